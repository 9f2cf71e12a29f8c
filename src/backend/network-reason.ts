const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'адрес не найден',
  EAI_AGAIN: 'адрес не найден: нет связи с сетью',
  ECONNREFUSED: 'сервер не принимает соединений',
  ECONNRESET: 'связь оборвалась',
  EPIPE: 'связь оборвалась',
  EHOSTUNREACH: 'сервер недоступен',
  ENETUNREACH: 'сеть недоступна',
  ETIMEDOUT: 'время ожидания истекло',
  CERT_HAS_EXPIRED: 'срок сертификата сервера истёк',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'сертификат сервера не заверен',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'сертификат сервера не заверен',
  CERT_NOT_YET_VALID: 'срок сертификата сервера ещё не начался',
  SELF_SIGNED_CERT_IN_CHAIN: 'сертификат сервера не заверен',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'сертификат сервера не заверен',
  ERR_TLS_CERT_ALTNAME_INVALID: 'сертификат выдан другому серверу',
}

/** What went wrong on the way, for people. */
export const networkReason = ({ code, message }: { readonly code?: string | undefined; readonly message: string }): string =>
  code === undefined ? message : (reasons[code] ?? `ошибка сети ${code}`)
