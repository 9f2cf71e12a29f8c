export const IssueScreen = () => <h1>Номер</h1>
