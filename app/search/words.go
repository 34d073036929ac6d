package search

// layouts are the keys of a keyboard in the Latin and in the Russian layout.
var layouts = []string{"qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"}

// stop are the words that say nothing of what is looked for.
var stop = []string{
	"или", "для", "мне", "меня", "мой", "это", "эта", "этот", "есть", "нет", "при", "что", "как", "где", "так",
	"почему", "зачем", "когда", "если", "такое", "значит", "делать", "взять",
	"эвотор", "эвотора", "эвоторе", "evotor", "ошибка", "ошибки", "ошибку", "ошибкой", "ошибке", "ошибок",
	"код", "кода", "кодом", "статус", "статуса", "хттп",
	"error", "errors", "code", "codes", "status", "http", "https",
	"and", "for", "why", "not", "the", "what", "does", "how", "get", "with", "from", "should", "mean", "means",
}

// endings of words. What is in brackets must stand before an ending, and stays.
var endings = map[string]string{
	"english":    `^(.{3,}?)(?:ing|ed|es|e|s)$`,
	"gerund":     `(?:[иы]в(?:ши(?:сь)?)?)$|([ая])в(?:ши(?:сь)?)?$`,
	"reflexive":  `()с[яь]$`,
	"adjective":  `()(?:[еиоы]е|[иы]ми|[еиоы][йм]|[ео]го|[ео]му|[иы]х|[уюоеая]ю|[ая]я)$`,
	"participle": `(?:[иы]вш|ующ)$|([ая])(?:ем|нн|вш|ющ|щ)$`,
	"verb": `(?:[иы]л[аио]?|ен[аоы]?|[еу]йте|ите|[еу]й|[иы]м|ят|у[ею]т|[иы]т|[иы]ть|ишь|у?ю)$|` +
		`([ая])(?:н[аоы]?|нно|[ею]т|ете|йте|й|ем|ть|ешь)$`,
	"noun":    `()(?:[иь]?[еюя]|[ео]в|и?ями|ами|е?и|и?[ео]?й|и?ям|и?ем|[ао]м|[аоуыь]|ах|и?ях)$`,
	"vowel":   `()и$`,
	"quality": `()ость?$`,
	"most":    `()ейше?$`,
	"soft":    `()ь$`,
	"short":   `([бвгджзклмнпрстфхцчшщ])[нш]$`, // активный, активен; истёкший, истёк
}
