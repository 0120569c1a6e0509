/**
 * The names of the months by language, each list from January to December: first as they stand in a date, then by
 * themselves, then short. From the tables of Unicode's CLDR, as the `Intl` of Node 20 gives them; kept here so that
 * the same text gives the same findings everywhere.
 */
export const monthNames: Readonly<Record<string, readonly string[]>> = {
  bg: ['януари февруари март април май юни юли август септември октомври ноември декември'],
  ca: ['gener febrer març abril maig juny juliol agost setembre octubre novembre desembre'],
  cs: [
    'ledna února března dubna května června července srpna září října listopadu prosince',
    'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
  ],
  da: [
    'januar februar marts april maj juni juli august september oktober november december',
    'jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.',
  ],
  de: [
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  ],
  el: [
    'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    'Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
  ],
  en: [
    'January February March April May June July August September October November December',
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  ],
  es: [
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'ene feb mar abr may jun jul ago sept oct nov dic',
  ],
  et: [
    'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
    'jaan veebr märts apr mai juuni juuli aug sept okt nov dets',
  ],
  fi: [
    'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
  ],
  fr: [
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  ],
  hr: [
    'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
    'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
    'sij velj ožu tra svi lip srp kol ruj lis stu pro',
  ],
  hu: [
    'január február március április május június július augusztus szeptember október november december',
    'jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.',
  ],
  id: [
    'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des',
  ],
  it: [
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'gen feb mar apr mag giu lug ago set ott nov dic',
  ],
  lt: [
    'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
    'sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis',
  ],
  lv: [
    'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
    'janv. febr. marts apr. maijs jūn. jūl. aug. sept. okt. nov. dec.',
  ],
  nb: [
    'januar februar mars april mai juni juli august september oktober november desember',
    'jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.',
  ],
  nl: [
    'januari februari maart april mei juni juli augustus september oktober november december',
    'jan feb mrt apr mei jun jul aug sep okt nov dec',
  ],
  pl: [
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  ],
  pt: [
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
  ],
  ro: [
    'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    'ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.',
  ],
  ru: [
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.',
  ],
  sk: [
    'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
    'január február marec apríl máj jún júl august september október november december',
  ],
  sl: [
    'januar februar marec april maj junij julij avgust september oktober november december',
    'jan. feb. mar. apr. maj jun. jul. avg. sep. okt. nov. dec.',
  ],
  sv: [
    'januari februari mars april maj juni juli augusti september oktober november december',
    'jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.',
  ],
  tr: [
    'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
  ],
  uk: [
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    'січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.',
  ],
}
