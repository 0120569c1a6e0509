/** What a mail guide says, in one language; `{program}` stands for the program that it is about. */
export interface Phrases {
  readonly title: string
  readonly excerpt: string
  readonly warning: string
  readonly headings: readonly string[]
  readonly sentences: readonly string[]
  readonly columns: readonly [string, string, string]
  readonly servers: readonly [incoming: string, outgoing: string]
  readonly picture: string
  readonly more: string
}

/** By locale, as files name it. */
export const phrases: Readonly<Record<string, Phrases>> = {
  'fr-fr': {
    title: 'Configurer son adresse e-mail sur {program}',
    excerpt: 'Découvrez comment configurer votre adresse e-mail sur {program}.',
    warning: 'La configuration de votre logiciel relève de votre responsabilité.',
    headings: [
      'Objectif',
      'Prérequis',
      'Ajouter un compte',
      'Paramètres du serveur',
      'Chiffrement',
      'Dossiers',
    ],
    sentences: [
      'Ouvrez **{program}** puis cliquez sur `Paramètres`{.action} dans le menu principal.',
      'Saisissez votre adresse e-mail entière et le mot de passe que vous avez défini.',
      'Le serveur entrant `imap.example.com` reçoit vos messages, le serveur sortant les envoie.',
      'Vérifiez que la connexion sécurisée est activée avant de passer à l’étape suivante.',
      'Si la configuration automatique échoue, choisissez la configuration *manuelle*.',
      'Vos dossiers apparaissent après quelques minutes, selon la taille de votre boîte.',
      'Consultez l’[espace client](https://www.example.com/manager/){.external} pour changer le mot de passe.',
    ],
    columns: ['Serveur', 'Nom', 'Port'],
    servers: ['Entrant', 'Sortant'],
    picture: 'Fenêtre de {program}, étape',
    more: 'En savoir plus sur les ports',
  },
  'en-gb': {
    title: 'Set up your email address in {program}',
    excerpt: 'Find out how to set up your email address in {program}.',
    warning: 'The set-up of your software is your own responsibility.',
    headings: ['Objective', 'Requirements', 'Add an account', 'Server settings', 'Encryption', 'Folders'],
    sentences: [
      'Open **{program}**, then click `Settings`{.action} in the main menu.',
      'Enter your full email address and the password that you have chosen for it.',
      'The incoming server `imap.example.com` receives your messages, the outgoing one sends them.',
      'Check that the secure connection is switched on before you go to the next step.',
      'If the automatic set-up fails, choose the *manual* one.',
      'Your folders appear after some minutes, depending on the size of your mailbox.',
      'Go to the [control panel](https://www.example.com/manager/){.external} to change the password.',
    ],
    columns: ['Server', 'Name', 'Port'],
    servers: ['Incoming', 'Outgoing'],
    picture: 'The window of {program}, step',
    more: 'Read more about the ports',
  },
  'de-de': {
    title: 'E-Mail-Adresse in {program} einrichten',
    excerpt: 'Hier erfahren Sie, wie Sie Ihre E-Mail-Adresse in {program} einrichten.',
    warning: 'Für die Einrichtung Ihrer Software sind Sie selbst verantwortlich.',
    headings: [
      'Ziel',
      'Voraussetzungen',
      'Konto hinzufügen',
      'Servereinstellungen',
      'Verschlüsselung',
      'Ordner',
    ],
    sentences: [
      'Öffnen Sie **{program}** und klicken Sie im Hauptmenü auf `Einstellungen`{.action}.',
      'Geben Sie Ihre vollständige E-Mail-Adresse und das festgelegte Passwort ein.',
      'Der Posteingangsserver `imap.example.com` empfängt Ihre Nachrichten, der andere versendet sie.',
      'Prüfen Sie vor dem nächsten Schritt, ob die sichere Verbindung eingeschaltet ist.',
      'Schlägt die automatische Einrichtung fehl, wählen Sie die *manuelle*.',
      'Ihre Ordner erscheinen nach einigen Minuten, je nach Größe Ihres Postfachs.',
      'Das Passwort ändern Sie im [Kundencenter](https://www.example.com/manager/){.external}.',
    ],
    columns: ['Server', 'Name', 'Port'],
    servers: ['Eingang', 'Ausgang'],
    picture: 'Das Fenster von {program}, Schritt',
    more: 'Mehr über die Ports',
  },
  'es-es': {
    title: 'Configurar una dirección de correo en {program}',
    excerpt: 'Descubra cómo configurar su dirección de correo en {program}.',
    warning: 'La configuración de su programa es responsabilidad suya.',
    headings: ['Objetivo', 'Requisitos', 'Añadir una cuenta', 'Datos del servidor', 'Cifrado', 'Carpetas'],
    sentences: [
      'Abra **{program}** y haga clic en `Ajustes`{.action} en el menú principal.',
      'Introduzca su dirección de correo completa y la contraseña que haya elegido.',
      'El servidor entrante `imap.example.com` recibe sus mensajes y el saliente los envía.',
      'Compruebe que la conexión segura está activada antes de pasar al siguiente paso.',
      'Si la configuración automática falla, elija la configuración *manual*.',
      'Sus carpetas aparecen al cabo de unos minutos, según el tamaño del buzón.',
      'Vaya al [área de cliente](https://www.example.com/manager/){.external} para cambiar la contraseña.',
    ],
    columns: ['Servidor', 'Nombre', 'Puerto'],
    servers: ['Entrante', 'Saliente'],
    picture: 'La ventana de {program}, paso',
    more: 'Más información sobre los puertos',
  },
  'it-it': {
    title: 'Configurare un indirizzo email su {program}',
    excerpt: 'Scopri come configurare il tuo indirizzo email su {program}.',
    warning: 'La configurazione del programma è sotto la tua responsabilità.',
    headings: [
      'Obiettivo',
      'Prerequisiti',
      'Aggiungere un account',
      'Parametri del server',
      'Cifratura',
      'Cartelle',
    ],
    sentences: [
      'Apri **{program}** e clicca su `Impostazioni`{.action} nel menu principale.',
      'Inserisci il tuo indirizzo email completo e la password che hai scelto.',
      'Il server in entrata `imap.example.com` riceve i messaggi, quello in uscita li invia.',
      'Verifica che la connessione sicura sia attiva prima di passare al punto successivo.',
      'Se la configurazione automatica non riesce, scegli quella *manuale*.',
      'Le cartelle compaiono dopo qualche minuto, secondo le dimensioni della casella.',
      'Vai allo [spazio cliente](https://www.example.com/manager/){.external} per cambiare la password.',
    ],
    columns: ['Server', 'Nome', 'Porta'],
    servers: ['In entrata', 'In uscita'],
    picture: 'La finestra di {program}, passo',
    more: 'Per saperne di più sulle porte',
  },
  'pl-pl': {
    title: 'Konfiguracja adresu e-mail w programie {program}',
    excerpt: 'Dowiedz się, jak skonfigurować adres e-mail w programie {program}.',
    warning: 'Odpowiedzialność za konfigurację programu spoczywa na użytkowniku.',
    headings: ['Cel', 'Wymagania', 'Dodanie konta', 'Parametry serwera', 'Szyfrowanie', 'Foldery'],
    sentences: [
      'Otwórz **{program}** i kliknij `Ustawienia`{.action} w głównym menu.',
      'Wpisz pełny adres e-mail oraz hasło, które zostało dla niego ustawione.',
      'Serwer poczty przychodzącej `imap.example.com` odbiera wiadomości, a drugi je wysyła.',
      'Zanim przejdziesz dalej, sprawdź, czy bezpieczne połączenie jest włączone.',
      'Jeśli automatyczna konfiguracja się nie powiedzie, wybierz *ręczną*.',
      'Foldery pojawią się po kilku minutach, zależnie od rozmiaru skrzynki.',
      'Hasło zmienisz w [panelu klienta](https://www.example.com/manager/){.external}.',
    ],
    columns: ['Serwer', 'Nazwa', 'Port'],
    servers: ['Przychodzący', 'Wychodzący'],
    picture: 'Okno programu {program}, krok',
    more: 'Więcej o portach',
  },
  'ja-jp': {
    title: '{program} でメールアドレスを設定する',
    excerpt: '{program} でメールアドレスを設定する方法をご紹介します。',
    warning: 'ソフトウェアの設定はお客様ご自身の責任で行ってください。',
    headings: ['目的', '必要なもの', 'アカウントの追加', 'サーバーの設定', '暗号化', 'フォルダー'],
    sentences: [
      '**{program}** を開き、メインメニューの `設定`{.action} をクリックします。',
      'メールアドレス全体と、設定したパスワードを入力してください。',
      '受信サーバー `imap.example.com` がメッセージを受け取り、送信サーバーが送ります。',
      '次の手順に進む前に、安全な接続が有効であることを確認してください。',
      '自動設定に失敗した場合は、*手動* の設定を選んでください。',
      'メールボックスの大きさによっては、フォルダーが表示されるまで数分かかります。',
      'パスワードは [コントロールパネル](https://www.example.com/manager/){.external} で変更できます。',
    ],
    columns: ['サーバー', '名前', 'ポート'],
    servers: ['受信', '送信'],
    picture: '{program} の画面、手順',
    more: 'ポートについて詳しく見る',
  },
}

const regions: Readonly<Record<string, readonly string[]>> = {
  'de-de': ['de-at'],
  'en-gb': ['en-au', 'en-ca', 'en-ie', 'en-us'],
  'es-es': ['es-mx'],
  'fr-fr': ['fr-be', 'fr-ca'],
}

/** Fifteen locales, as a large help centre has them: regions take the words of their language. */
export const phrasesByRegion: Readonly<Record<string, Phrases>> = Object.fromEntries(
  Object.entries(phrases).flatMap(([locale, words]) =>
    [locale, ...(regions[locale] ?? [])].map((each) => [each, words]),
  ),
)
