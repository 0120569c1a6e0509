import { emptyScan, scanProse } from '../markdown/scan.ts'

/**
 * Words that hardly any sentence of a language does without, and that say nothing of its subject: by them a few words
 * already tell what language they are in. Of scripts without spaces, the characters that do that work.
 */
const lists: Readonly<Record<string, string>> = {
  bg: 'и в на за от да се с не че по е това как или като са ще ако този тази до при може има който когато вашия вие си',
  ca: 'el la els les un una de del i a en per amb que no és es o si com més aquest aquesta però quan són al dels teu seva heu pot',
  cs: 'a v na se je že s z do o k pro jako ale od po nebo není jsou to ten ta tato tento které který když pokud vaše váš aby můžete bude být',
  da: 'og i at det en den til er som på de med af for ikke der var et du eller kan din dit hvis når skal fra dette denne vil har ved',
  de: 'der die das und in zu den von mit ist nicht ein eine einen auf für des im dem als auch es an werden aus er hat dass sie nach bei um wenn oder wie kann du ihr diese dieser dein deine sind wird',
  el: 'και το να του η της με που την από για είναι τα των στο στη δεν θα σε ο οι μια ένα αν ή αυτό σας μπορείτε',
  en: 'a create add choose select need want learn new no so up out over across without only also any some they he she him her who than through between before after while during because just such other each both most use using used make get see the of and to in is that it for you with on are this be as your from or an at by can not if will we which when have has all how into about its their then what where should does was but more these there them',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más o pero sus le ya este esta si porque cuando muy sin sobre también hasta hay donde puede puedes tu tus es son ser cada estos',
  et: 'ja on et ei see kui oma või ka selle mis aga teie kas saab siis nii ning olla seda võib kuid teid pole',
  fi: 'ja on ei se että hän oli mutta ovat kun niin tai myös jos joka voi sen tämä tämän jotka ole kuin voit sinun sekä mukaan nyt jonka niiden',
  fr: 'depuis vers sans tout tous toutes entre chez dont où y en de la le et les des en un une du dans est pour que qui pas sur ce plus par avec se il ne au ou vous votre vos sont cette ces être si comme mais leur aux nous ainsi peut pouvez afin lorsque son sa ses à',
  he: 'של את על לא זה עם או הוא היא כי אם גם כל יש אל אתה שלך ניתן כדי',
  hr: 'i u je na se da za su s od ili ne kao što to koji koja ako te možete biti vaš ovaj ova iz po kada nije',
  hu: 'a az és hogy nem is egy ez meg de van ha vagy mint csak már kell lehet ezt azt minden a be ki el fel után között alatt',
  id: 'yang dan di untuk dengan dari ini ke pada adalah atau dalam tidak akan anda dapat itu jika sebagai oleh juga bisa telah',
  it: 'di e il la che in a per un una è con non del i le da si dei nel della alla più come o ma se al lo sono questo questa puoi tuo tua gli anche delle ha essere quando',
  ja: 'の は を に が て で す ま し る と も な た い れ さ か ら',
  ko: '수 및 이 그 또는 다음 위해 대한 있습니다 합니다 됩니다 경우 때 더 등 것 하는 있는 사용하여 통해 또한 모든 이를 여러분 에서 하고 으로',
  lt: 'ir yra kad su iš į ne tai kaip bet jūsų ar arba jei kai už apie per nuo šis ši šią jūs galite bus būti kuris kuri pagal taip',
  lv: 'un ir ar no uz ka par kas vai lai bet ja kā jūs jūsu šis šī var nav to tiek pēc būt',
  nb: 'og i det er på som en til av for at med de ikke den har du et kan eller om fra din ditt hvis når skal dette denne vil ved',
  nl: 'de en van het een in is dat op te zijn met voor niet aan er om als ook die of bij naar uw je kunt door dan wordt deze dit maar uit nog worden u wanneer moet over',
  pl: 'i w na z do się nie jest to że o jak a po dla od oraz lub za są przez aby ten ta które który jeśli można może twoje jego być przy ze już tylko twój swoje ich',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ou seu sua é são quando muito você este esta pode isso pelo pela das à nos',
  ro: 'de și în a la cu pe nu este un o că din pentru să sau care mai se ca dacă sunt prin acest această dvs când poate fi al ale lui ei',
  ru: 'и в не на что с по как это для из к от или его то а но при вы если можно также так их она он все будет может вам есть',
  sk: 'a v na sa je že s z do o k pre ako ale od po alebo nie sú to ten tá táto tento ktoré ktorý keď ak vaše váš aby môžete bude byť',
  sl: 'in je v na se da za z s ne so po kot ali pa ki če to ta lahko vaš vaše ko od do biti tudi pri',
  sv: 'och i att det som en på är av för med till den inte om de du ett kan eller din ditt har från när ska detta denna vid också så men',
  tr: 've bir bu için ile da de ne olarak daha çok gibi veya ama olan her sonra kadar ise değil en var bunu size sizin',
  uk: 'і в не на що з по як це для із до від або його то а але при ви якщо можна також так їх вона він всі буде може вам є та',
  vi: 'và của là có cho các được với trong này một không để khi bạn những từ hoặc đã sẽ vào nếu thể trên như tại về',
  zh: '的 是 在 了 和 有 不 您 你 我 这 個 个 为 與 与 以 到 可 中 上 會 会 来 將 将 或 请 他',
}

const known = new Map<string, ReadonlySet<number> | undefined>()

/** The function words of a language, as short hashes like those of a block's words; undefined where it is not known. */
export function functionWordsOf(language: string): ReadonlySet<number> | undefined {
  if (!known.has(language)) {
    const list = Object.hasOwn(lists, language) ? lists[language] : undefined
    known.set(language, list === undefined ? undefined : hashesOf(list))
  }
  return known.get(language)
}

function hashesOf(words: string): ReadonlySet<number> {
  const scan = emptyScan()
  scanProse(words, { start: 0, end: words.length }, scan)
  return new Set(scan.words)
}
