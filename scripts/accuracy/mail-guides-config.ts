/** What the mail guides need: their source, and the control panel's one address with its other spellings. */
export const mailGuidesConfig = `
source: fr-fr
links:
  control panel:
    url: https://www.ovh.com/auth/?action=gotomanager
    spellings:
      - https://www.ovh.pl/managerv3/
      - https://www.ovh.com/managerv3/
      - https://www.ovh.com/manager/
      - https://www.ovh.com/manager/web/login/
`
