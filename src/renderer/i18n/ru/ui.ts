/** Words of the building blocks: buttons every dialog has, names for assistive technology. */
export const ui = {
  cancel: 'Отмена',
  close: 'Закрыть',
  done: 'Готово',
  retry: 'Повторить',
  copyCode: 'Скопировать код',
  copied: 'Скопировано',
  errorCode: 'Код ошибки',
  details: 'Подробности',
  stop: 'Отменить',
  dismiss: 'Убрать сообщение',
  messages: 'Сообщения',
  chooseOne: 'Выберите',
} as const
