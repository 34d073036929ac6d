package secret

import (
	"strings"

	"evotor-errors/app/decode/text"
)

// A class is what a word says about a name that it is part of.
type class uint8

const (
	secretWord class = iota + 1 // makes the name that of a secret: token, EVOTOR_TOKEN_PROD
	lastWord                    // only at the end of the name: DB_PASS
	looseWord                   // likewise, and the value must look drawn at random: laravel_session
	keyWord                     // only in two words: API Key, Ключ API
	headerWord
	cookieWord
	cookiesWord
	schemeWord
	authWord
	commandWord
	taxpayerWord
	kept // may follow the others: tokenValue, password_confirmation
)

// words are those that names are made of, in lower case. Of key and id, the word before is
// looked up with them.
var words = [...]struct {
	class class
	words string
}{
	{secretWord, "token tokens password passwords passwd passphrase passcode secret secrets jwt credentials"},
	{secretWord, "секрет секрета apikey apikeys privatekey signingkey encryptionkey appkey masterkey apiключ ключapi"},
	{secretWord, "accesskey secretkey authkey секретныйключ ключдоступа"},
	{lastWord, "pwd userpwd pass pw otp pin hmac csrf sessionid phpsessid jsessionid"},
	{looseWord, "session sid signature"},
	{keyWord, "key ключ ключа ключом"},
	{headerWord, "authorization"},
	{cookieWord, "cookie"},
	{cookiesWord, "cookies"},
	{schemeWord, "bearer basic"},
	{authWord, "auth"},
	{commandWord, "curl"},
	{kept, "value hash base prod test dev new old confirm confirmation repeat"},
}

// begins are the beginnings of Russian words in all their forms.
var begins = [...]string{"парол", "токен"}

// ends are the ends of words that are written as one: accesstoken, dbpassword.
var ends = [...]string{"token", "password", "passwd", "apikey", "secret", "secretkey", "accesskey", "authkey"}

// people are the names of fields whose values are somebody's, in lower case and without dashes. But
// for the first ones, words may stand before them: customerPhone.
var people = [...]struct {
	meaning
	words string
}{
	{meaning{whole: Person}, "login address card pan fio фио адрес"},
	{meaning{0, Device, Device}, "deviceuuid deviceid"},
	{meaning{0, User, User}, "useruuid userid"},
	{meaning{0, Person, Person}, "username fullname firstname lastname middlename surname patronymic"},
	{meaning{0, Person, Person}, "passport snils birthdate birthday cardnumber паспорт снилс фамилия отчество"},
	{meaning{0, Phone, Phone}, "phone phones phonenumber телефон телефона"},
	{meaning{0, Email, Email}, "email emails почта"},
	{meaning{taxpayerWord, INN, INN}, "inn инн"},
}

// Tables are what the embedded element finds secrets by: for each class its name and its words,
// expressions for how the words begin and end that are not listed, and values that are no secret.
func Tables() (classes, roots, values []string) {
	ids := [...]string{secretWord: "secret", lastWord: "last", looseWord: "loose", headerWord: "cookie",
		cookieWord: "cookie", cookiesWord: "cookie",
		schemeWord: "scheme", authWord: "auth", kept: "kept"}
	for _, w := range words {
		if w.class < class(len(ids)) && ids[w.class] != "" {
			classes = append(classes, ids[w.class]+" "+w.words)
		}
	}
	for _, root := range begins {
		roots = append(roots, "^"+root)
	}
	for _, end := range ends {
		roots = append(roots, end+"$")
	}
	return classes, roots, strings.Fields(none)
}

// A meaning is what a word, or two of them together, say of the value of a name.
type meaning struct {
	class  class
	whole  Kind // of a name that is nothing else
	behind Kind // of a name that ends so
}

var lexicon = func() (l text.Lexicon[meaning]) {
	for _, w := range words {
		l.Add(meaning{class: w.class}, w.words)
	}
	for _, p := range people {
		l.Add(p.meaning, p.words)
	}
	return l
}()
