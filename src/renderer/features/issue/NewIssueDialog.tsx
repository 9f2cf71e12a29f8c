export const NewIssueDialog = (_: { isOpen: boolean; onClose: () => void }) => null
