/** One defect, as a person would make it, and the finding that must tell of it. */
export interface Defect {
  readonly name: string
  /** Below `guides/`. */
  readonly path: string
  /** Stands once in the document. */
  readonly find: string
  readonly put: string
  readonly rule: string
  /** Other rules that tell of it in the same line. */
  readonly also?: readonly string[]
  /** Where the finding stands: so many lines below the first line of `find`. */
  readonly below?: number
  /** Where the rule tells of it a second time: the other of two that may not be alike. */
  readonly twin?: { readonly path: string; readonly at: string }
  /** Whether `--fix` gives back what stood there, byte for byte. */
  readonly mended?: true
}

/**
 * What is sown into a copy of the guides; a new rule adds its own.
 * No two touch one another, so that all of them can be sown at once.
 */
export const defects: readonly Defect[] = [
  {
    name: 'a French fragment in a Polish guide',
    path: 'thunderbird/guide.pl-pl.md',
    find: 'Porównaj każde pole z [ustawieniami do wpisania](#ustawienia-do-wpisania)',
    put: 'Porównaj każde pole z [ustawieniami do wpisania](#les-réglages-à-saisir)',
    rule: 'link-fragment',
    mended: true,
  },
  {
    name: 'a fragment of another page, misspelt',
    path: 'ios/guide.fr-fr.md',
    find: '[ports de remplacement](../mail-settings/guide.fr-fr.md#si-un-réseau-bloque-ces-ports)',
    put: '[ports de remplacement](../mail-settings/guide.fr-fr.md#si-un-reseau-bloque-ces-ports)',
    rule: 'link-fragment',
    mended: true,
  },
  {
    name: 'a link to no file',
    path: 'android/guide.en-gb.md',
    find: '[Set up your address in Thunderbird](../thunderbird/guide.en-gb.md)',
    put: '[Set up your address in Thunderbird](../thunderbrid/guide.en-gb.md)',
    rule: 'link-target',
    also: ['link-parity'],
  },
  {
    name: 'a picture that is not there',
    path: 'outlook/guide.en-gb.md',
    find: '(images/04-new-servers.svg)',
    put: '(images/07-new-servers.svg)',
    rule: 'image-target',
  },
  {
    name: 'a picture in the wrong case',
    path: 'android/guide.fr-fr.md',
    find: '(images/02-address.svg)',
    put: '(images/02-Address.svg)',
    rule: 'image-target',
    mended: true,
  },
  {
    name: 'a picture that says nothing',
    path: 'mail-settings/guide.en-gb.md',
    find: '![The front of a server with three doors: 993 and 995, through which mail reaches you, and 465, through which it leaves; each has a padlock.]',
    put: '![]',
    rule: 'image-alt',
  },
  {
    name: 'a table that lost its delimiter row',
    path: 'mail-settings/guide.fr-fr.md',
    find: '| Réglage | SMTP |\n| --- | --- |\n',
    put: '| Réglage | SMTP |\n',
    rule: 'table-delimiter',
  },
  {
    name: 'a row with one cell too many',
    path: 'windows-phone/guide.en-gb.md',
    find: '| Connection security | SSL/TLS |\n',
    put: '| Connection security | SSL/TLS | yes |\n',
    rule: 'table-shape',
  },
  {
    name: 'settings one below the other',
    path: 'ios/guide.en-gb.md',
    find: '### Check the ports and the encryption\n',
    put: '### Check the ports and the encryption\n\nHost name: ssl0.ovh.net\nPort: 993\nSecurity: SSL/TLS\n',
    rule: 'label-lines',
    below: 2,
  },
  {
    name: 'a label said twice',
    path: 'windows-phone/guide.fr-fr.md',
    find: 'Les images sont des schémas.',
    put: 'Serveur entrant\u00a0: Serveur entrant\u00a0: le vôtre. Les images sont des schémas.',
    rule: 'repeated-words',
  },
  {
    name: 'words grown together',
    path: 'thunderbird/guide.pl-pl.md',
    find: 'Opcja „Zwykłe hasło” niczym tu nie grozi',
    put: 'Gdy HTML jest włączony (HTMLwłączony), opcja „Zwykłe hasło” niczym tu nie grozi',
    rule: 'word-boundary',
  },
  {
    name: 'the port of POP3 for IMAP',
    path: 'ios/guide.nl-nl.md',
    find: '| Poort | 993 | 995 |',
    put: '| Poort | 995 | 995 |',
    rule: 'settings-value',
    also: ['number-parity'],
    mended: true,
  },
  {
    name: 'a leftover of another markup',
    path: 'windows-phone/guide.en-gb.md',
    find: 'there is nothing to set up.',
    put: 'there is nothing to set up[/url].',
    rule: 'markup-residue',
  },
  {
    name: 'no blank line below a heading',
    path: 'outlook/guide.fr-fr.md',
    find: '## Quel Outlook avez-vous\u202F?\n\n',
    put: '## Quel Outlook avez-vous\u202F?\n',
    rule: 'block-spacing',
    mended: true,
  },
  {
    name: 'spaces inside the brackets',
    path: 'mail/product.en-gb.md',
    find: '[Set up your address in Outlook]',
    put: '[Set up your address in Outlook ]',
    rule: 'link-text',
    mended: true,
  },
  {
    name: 'another address of the control panel',
    path: 'android/guide.fr-fr.md',
    find: '(https://www.ovh.com/manager/)',
    put: '(https://www.ovh.com/managerv3/)',
    rule: 'link-canonical',
    mended: true,
  },
  {
    name: 'a key that nobody reads',
    path: 'web-cloud/universe.en-gb.md',
    find: 'excerpt: Guides for',
    put: 'excerp: Guides for',
    rule: 'front-matter-schema',
  },
  {
    name: 'a space at the end of a line',
    path: 'thunderbird/guide.en-gb.md',
    find: 'see [If something goes wrong](#if-something-goes-wrong).\n',
    put: 'see [If something goes wrong](#if-something-goes-wrong). \n',
    rule: 'trailing-space',
    mended: true,
  },
  {
    name: 'a callout of no kind',
    path: 'outlook/guide.es-es.md',
    find: '> [!warning]',
    put: '> [!warnign]',
    rule: 'callout-type',
  },
  {
    name: 'a level that is skipped',
    path: 'android/guide.de-de.md',
    find: '### 6. ',
    put: '##### 6. ',
    rule: 'heading-increment',
  },
  {
    name: 'a number left out of the steps',
    path: 'ios/guide.it-it.md',
    find: '### 5. ',
    put: '### 6. ',
    rule: 'heading-numbering',
    also: ['number-parity'],
  },
  {
    name: 'two headings that a link cannot tell apart',
    path: 'mail-settings/guide.nl-nl.md',
    find: '### De poort\n\nEen server',
    put: '### Als een netwerk deze poorten blokkeert\n\nEen server',
    rule: 'heading-duplicate',
    also: ['translation-consistency'],
  },
  {
    name: 'a space that nobody sees',
    path: 'mail-settings/guide.pl-pl.md',
    find: '- Pełnego adresu e-mail',
    put: '- Pełnego\u200B adresu e-mail',
    rule: 'invisible-character',
  },
  {
    name: 'a reference without its definition',
    path: 'outlook/guide.it-it.md',
    find: '[Thunderbird](../thunderbird/guide.it-it.md)',
    put: '[Thunderbird][other-program]',
    rule: 'reference-defined',
    also: ['link-parity'],
  },
  {
    name: 'two guides at one address',
    path: 'android/guide.pt-pt.md',
    find: 'slug: configurar-android',
    put: 'slug: configurar-iphone-ipad',
    rule: 'slug-unique',
    twin: { path: 'ios/guide.pt-pt.md', at: 'slug: configurar-iphone-ipad' },
  },
  {
    name: 'a comment that silences nothing',
    path: 'ios/guide.nl-nl.md',
    find: '> [!primary]\n>\n> Tot',
    put: '<!-- hexapla-disable-next-line link-target -->\n\n> [!primary]\n>\n> Tot',
    rule: 'unused-suppression',
  },
  {
    name: 'a question mark after a space that may break',
    path: 'outlook/guide.fr-fr.md',
    find: 'Vous l’avez oublié\u202F?',
    put: 'Vous l’avez oublié ?',
    rule: 'typography',
    mended: true,
  },
  {
    name: 'a date that the front matter contradicts',
    path: 'web-cloud/universe.de-de.md',
    find: '## Unsere Produkte\n',
    put: 'Letzte Aktualisierung: 3. März 2020\n\n## Unsere Produkte\n',
    rule: 'date-agreement',
  },
  {
    name: 'a notice that one language lacks',
    path: 'windows-phone/guide.es-es.md',
    find: '> [!primary]\n>\n> Esta guía sirve para las direcciones alojadas en el servidor `ssl0.ovh.net`. En un teléfono antiguo, el [webmail](https://www.ovhcloud.com/es-es/mail/){.external} suele ser la solución más sencilla: no hay nada que configurar.\n\n## Añadir su dirección al teléfono',
    put: '## Añadir su dirección al teléfono',
    rule: 'structure-parity',
    below: -2,
  },
  {
    name: 'a picture that one language lacks',
    path: 'outlook/guide.nl-nl.md',
    find: '![Het instellingenvenster van het nieuwe Outlook: het tandwiel heeft nummer 1, de regel met accounts nummer 2, de knop om toe te voegen nummer 3.](images/02-settings.svg){.thumbnail}\n\n### 2. Je adres invullen',
    put: '### 2. Je adres invullen',
    rule: 'image-parity',
    below: -2,
  },
  {
    name: 'a paragraph in another language',
    path: 'outlook/guide.nl-nl.md',
    find: 'De afbeeldingen zijn schema’s: afhankelijk van je versie kunnen de vensters er iets anders uitzien. De nummers in de tekst verwijzen naar die in de afbeeldingen.',
    put: 'Les images sont des schémas\u00a0: selon votre version, les fenêtres peuvent être un peu différentes. Les numéros du texte renvoient à ceux des images.',
    rule: 'translation-untranslated',
  },
  {
    name: 'a place in the list that one language gives otherwise',
    path: 'windows-phone/guide.pl-pl.md',
    find: 'order: 9',
    put: 'order: 7',
    rule: 'front-matter-parity',
    mended: true,
  },
]
