// Chromium knows no schemes of the program's own, and nothing can answer for one it does not know. Their pages live on
// addresses below .localhost instead, which Chromium holds for as trustworthy as the program's privileged schemes.

/** `app://newsroom/x` as Chromium sees it: `http://newsroom.app.localhost/x`. */
export const toPage = (address: string, schemes: ReadonlySet<string>): string =>
  address.replace(/^([a-z][a-z0-9-]*):\/\/([^/?#]*)/, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `http://${host}.${scheme}.localhost` : whole,
  )

/** The way back; other addresses stay as they are. */
export const toProgram = (address: string, schemes: ReadonlySet<string>): string =>
  address.replace(/^http:\/\/([^/?#]*)\.([a-z][a-z0-9-]*)\.localhost/, (whole, host: string, scheme: string) =>
    schemes.has(scheme) ? `${scheme}://${host}` : whole,
  )

/** A content security policy that names a scheme means it for the addresses that stand in for it. */
export const policyForPage = (policy: string, schemes: ReadonlySet<string>): string =>
  policy
    .split(';')
    .map((directive) =>
      directive
        .split(' ')
        .map((source) => {
          const scheme = /^([a-z][a-z0-9-]*):$/.exec(source)?.[1]
          return scheme !== undefined && schemes.has(scheme) ? `http://*.${scheme}.localhost` : toPage(source, schemes)
        })
        .join(' '),
    )
    .join(';')
