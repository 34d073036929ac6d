// Code generated from docs/errors by go run . generate; DO NOT EDIT.

package catalog

var entries = []Entry{
	{
		Name:    "bulk",
		Actors:  []Actor{"partner"},
		Retry:   "no",
		Meaning: Evidence{"documented", "api-reference"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
		},
		Text: [2]Text{
			{
				Title:   "Пакетная задача не\u00a0выполнена",
				Meaning: "Облако приняло пакетный запрос, но\u00a0выполнить его не\u00a0смогло и\u00a0не\u00a0сказало, почему.",
				Sentences: []Line{
					{"", "Пакетная задача не\u00a0выполнена, причина не\u00a0названа"},
				},
				Causes: []string{
					"Задача отклонена целиком: слишком много объектов, неверный вид задачи или нет разрешения.",
				},
				Steps: []Line{
					{"", "Проверьте число объектов в\u00a0запросе: не\u00a0больше 1000, а\u00a0при удалении не\u00a0больше 100."},
					{"", "Отправьте один из\u00a0объектов обычным запросом: облако ответит на\u00a0него подробнее."},
				},
			},
			{
				Title:   "A bulk task was not carried out",
				Meaning: "The cloud accepted the bulk request but could not carry it out, and did not say why.",
				Sentences: []Line{
					{"", "The bulk task was not carried out; no reason is given"},
				},
				Causes: []string{
					"The task was declined as a whole: too many objects, a wrong kind of task, or no permission.",
				},
				Steps: []Line{
					{"", "Check the number of objects in the request: at most 1000, at most 100 for a delete."},
					{"", "Send one of the objects in an ordinary request: the cloud answers that in more detail."},
				},
			},
		},
	},
	{
		Name:    "fiscal",
		Actors:  []Actor{"partner"},
		Retry:   "no",
		Meaning: Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"", Evidence{"observed", "client-code"}},
		},
		Text: [2]Text{
			{
				Title:   "Ошибка сервиса фискализации",
				Meaning: "Так отвечает другой продукт: сервис фискализации. Его кодов в\u00a0этом справочнике нет.",
				Sentences: []Line{
					{"", "Это ошибка сервиса фискализации, а\u00a0не\u00a0облака Эвотор: её\u00a0коды описаны в\u00a0его документации"},
				},
				Causes: []string{
					"Тело вида `{\"error\":{\"code\",\"text\",\"type\",\"error_id\"}}` присылает сервис фискализации.",
				},
				Steps: []Line{
					{"", "Найдите код из\u00a0поля `error.code` в\u00a0документации сервиса фискализации."},
					{"", "Обращаясь в\u00a0поддержку, назовите `error_id` из\u00a0ответа."},
				},
			},
			{
				Title:   "An error of the fiscalisation service",
				Meaning: "Another product answers like this: the fiscalisation service. Its codes are not in this catalogue.",
				Sentences: []Line{
					{"", "This is an error of the fiscalisation service, not of the Evotor cloud: its codes are described in its own documentation"},
				},
				Causes: []string{
					"The fiscalisation service sends bodies like `{\"error\":{\"code\",\"text\",\"type\",\"error_id\"}}`.",
				},
				Steps: []Line{
					{"", "Look up the code in the field `error.code` in the documentation of the fiscalisation service."},
					{"", "When you write to its support, name the `error_id` of the answer."},
				},
			},
		},
	},
	{
		Name:    "http-other",
		Actors:  []Actor{"unknown"},
		Retry:   "no",
		Meaning: Evidence{"inferred", ""},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
		},
		Text: [2]Text{
			{
				Title:   "Ответ с\u00a0ошибкой HTTP",
				Meaning: "Запрос отклонён, а\u00a0в\u00a0ответе нет кода из\u00a0документации Эвотора.",
				Sentences: []Line{
					{"to-cloud", "Ваш сервис ответил облаку статусом {status}"},
					{"from-cloud", "Облако ответило статусом {status}"},
					{"", "Ответ со\u00a0статусом {status}"},
				},
				Causes: []string{
					"Ответил не\u00a0сам адресат, а\u00a0прокси или веб-сервер, или сервис не\u00a0приложил код.",
				},
				Steps: []Line{
					{"", "Посмотрите тело ответа и\u00a0заголовок `Server`: по\u00a0ним видно, кто отвечал."},
					{"", "Найдите этот запрос в\u00a0журнале отвечавшей стороны."},
				},
			},
			{
				Title:   "An HTTP error",
				Meaning: "The request was refused, and the answer has no code of Evotor's documentation.",
				Sentences: []Line{
					{"to-cloud", "Your service answered the cloud with status {status}"},
					{"from-cloud", "The cloud answered with status {status}"},
					{"", "An answer with status {status}"},
				},
				Causes: []string{
					"It was not the addressee that answered but a proxy or a web server, or the service sent no code.",
				},
				Steps: []Line{
					{"", "Look at the body of the answer and at its `Server` header: they show who answered."},
					{"", "Find this request in the log of the side that answered."},
				},
			},
		},
	},
	{
		Name:    "unknown-code",
		Actors:  []Actor{"unknown"},
		Retry:   "no",
		Meaning: Evidence{"inferred", ""},
		Causes: []Cause{
			{"", Evidence{"observed", "client-code"}},
			{"", Evidence{"observed", "client-code"}},
			{"", Evidence{"inferred", ""}},
		},
		Text: [2]Text{
			{
				Title:   "Неизвестный код",
				Meaning: "В\u00a0документации Эвотора такого кода нет.",
				Sentences: []Line{
					{"message", "Код `{code}` в\u00a0справочнике не\u00a0описан; в\u00a0ответе сказано: `{message}`"},
					{"", "Поле `{subject}`: код `{code}` в\u00a0справочнике не\u00a0описан"},
					{"", "Код `{code}` в\u00a0справочнике не\u00a0описан"},
					{"", "Ошибка без кода: `{reason}`, поле `{subject}`"},
					{"", "Ошибка без кода"},
				},
				Causes: []string{
					"Код придумал сервис партнёра: так делают, когда документированных кодов не\u00a0хватает.",
					"В\u00a0поле `code` попал статус HTTP.",
					"Код появился в\u00a0документации позже, чем собран этот справочник.",
				},
				Steps: []Line{
					{"", "Посмотрите, кто отвечал: смысл такого кода знает только тот, кто его прислал."},
					{"", "Если отвечал ваш сервис, замените код одним из\u00a0документированных: облако понимает только их."},
					{"", "Если отвечало облако, отправьте в\u00a0поддержку Эвотора ответ целиком, без токенов."},
				},
			},
			{
				Title:   "Unknown code",
				Meaning: "Evotor's documentation has no such code.",
				Sentences: []Line{
					{"message", "Code `{code}` is not in the catalogue; the answer says: `{message}`"},
					{"", "Field `{subject}`: code `{code}` is not in the catalogue"},
					{"", "Code `{code}` is not in the catalogue"},
					{"", "An error without a code: `{reason}`, field `{subject}`"},
					{"", "An error without a code"},
				},
				Causes: []string{
					"The partner's service invented the code: that is done where the documented ones do not suffice.",
					"The HTTP status was put into the field `code`.",
					"The code was added to the documentation after this catalogue was made.",
				},
				Steps: []Line{
					{"", "See who answered: only the one who sent such a code knows what it means."},
					{"", "If your service answered, use one of the documented codes instead: the cloud understands no others."},
					{"", "If the cloud answered, send the whole answer to Evotor's support, without tokens."},
				},
			},
		},
	},
	{
		Name:      "2001",
		Code:      "2001",
		Status:    400,
		Published: true,
		Actors:    []Actor{"partner", "evotor"},
		Retry:     "no",
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2001}]}\n",
		Text: [2]Text{
			{
				Title:   "Синтаксическая ошибка в\u00a0запросе",
				Meaning: "Получатель не\u00a0смог разобрать тело запроса: для него это не\u00a0JSON.",
				Sentences: []Line{
					{"", "Тело запроса не\u00a0удалось разобрать как JSON"},
				},
				Causes: []string{
					"Тело пустое, обрезано по\u00a0дороге или собрано не\u00a0как JSON.",
					"Тело не\u00a0в\u00a0UTF-8: другая кодировка, лишний BOM или сжатие, которого получатель не\u00a0ждёт.",
					"Заголовок `Content-Type` не\u00a0`application/json`, и\u00a0сервис разбирает тело не\u00a0тем способом.",
					"Облако действительно прислало испорченный JSON. Так бывает редко, проверяйте это последним.",
				},
				Steps: []Line{
					{"", "Запишите в\u00a0журнал тело запроса до\u00a0разбора, байт в\u00a0байт, и\u00a0его заголовки. Токены из\u00a0записи уберите."},
					{"", "Проверьте тело любым валидатором JSON. Если оно верное, ошибка в\u00a0разборе: посмотрите кодировку, `Content-Type`, сжатие и\u00a0не\u00a0читает\u00a0ли кто-то тело раньше вас."},
					{"", "Если тело испорчено уже в\u00a0запросе облака, отправьте его в\u00a0поддержку Эвотора: время, адрес вебхука и\u00a0тело без токенов."},
				},
			},
			{
				Title:   "Syntax error in the request",
				Meaning: "The receiver could not parse the body of the request: to it, this is not JSON.",
				Sentences: []Line{
					{"", "The body of the request could not be parsed as JSON"},
				},
				Causes: []string{
					"The body is empty, was cut off on its way, or was not built as JSON.",
					"The body is not UTF-8: another encoding, a stray BOM, or a compression that the receiver does not expect.",
					"The `Content-Type` header is not `application/json`, so the service parses the body the wrong way.",
					"The cloud really sent broken JSON. That is rare; check it last.",
				},
				Steps: []Line{
					{"", "Log the body of the request before it is parsed, byte for byte, with its headers. Take the tokens out of what you keep."},
					{"", "Check the body with any JSON validator. If it is valid, the parsing is at fault: look at the encoding, `Content-Type`, compression, and whether something reads the body before you do."},
					{"", "If the body is already broken in the cloud's request, send it to Evotor's support: the time, the webhook's address and the body without tokens."},
				},
			},
		},
	},
	{
		Name:           "2002",
		Code:           "2002",
		Status:         400,
		Published:      true,
		Actors:         []Actor{"partner"},
		Retry:          "no",
		Reasons:        []string{"missing", "unexpected"},
		Obsolete:       true,
		ObsoleteReason: "unexpected",
		Meaning:        Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2002,\"reason\":\"missing\",\"subject\":\"deviceUuid\"},{\"code\":2002,\"reason\":\"unexpected\",\"subject\":\"deviceUuid\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Нет обязательного поля или есть неизвестное",
				Meaning: "Запрос разобран, но\u00a0набор полей не\u00a0тот: обязательного поля не\u00a0хватает или пришло поле, которого получатель не\u00a0знает.",
				Sentences: []Line{
					{"missing", "В\u00a0запросе нет обязательного поля `{subject}`"},
					{"unexpected", "В\u00a0запросе есть неизвестное поле `{subject}`"},
					{"missing", "В\u00a0запросе нет обязательного поля"},
					{"unexpected", "В\u00a0запросе есть неизвестное поле"},
					{"", "Поле `{subject}`: обязательного нет или оно неизвестно"},
					{"", "В\u00a0запросе нет обязательного поля или есть неизвестное"},
				},
				Causes: []string{
					"Поле называется иначе: `userId` вместо `userUuid`, `userUuid` вместо `userId`, другой регистр букв.",
					"Облако вправе в\u00a0любой момент добавить в\u00a0запрос новые поля. Сервис, который их\u00a0не\u00a0терпит, однажды откажет на\u00a0верном запросе.",
					"Схема проверки строже, чем нужно: поле объявлено обязательным, хотя сервис без него обходится.",
				},
				Steps: []Line{
					{"missing", "Сравните имя `{subject}` в\u00a0схеме сервиса и\u00a0в\u00a0теле запроса: буква в\u00a0букву, с\u00a0учётом регистра."},
					{"missing", "Если без этого поля можно работать, сделайте его необязательным."},
					{"unexpected", "Научите сервис пропускать незнакомые поля, а\u00a0не\u00a0отвергать весь запрос."},
					{"", "Отправьте сервису то\u00a0же тело ещё раз и\u00a0убедитесь, что он\u00a0отвечает 200."},
				},
			},
			{
				Title:   "A required field is missing or a field is unknown",
				Meaning: "The request was parsed, but its set of fields is wrong: a required one is missing, or there is one that the receiver does not know.",
				Sentences: []Line{
					{"missing", "The required field `{subject}` is missing from the request"},
					{"unexpected", "The request has an unknown field `{subject}`"},
					{"missing", "A required field is missing from the request"},
					{"unexpected", "The request has an unknown field"},
					{"", "Field `{subject}`: required but missing, or unknown"},
					{"", "A required field is missing from the request, or it has an unknown one"},
				},
				Causes: []string{
					"The field has another name: `userId` for `userUuid`, `userUuid` for `userId`, other letter case.",
					"The cloud may add fields to its requests at any time. A service that does not tolerate them will one day refuse a valid request.",
					"The schema is stricter than it has to be: the field is declared required although the service can do without it.",
				},
				Steps: []Line{
					{"missing", "Compare the name `{subject}` in the service's schema with the one in the body: letter by letter, case included."},
					{"missing", "If the service can work without this field, make it optional."},
					{"unexpected", "Teach the service to skip fields that it does not know instead of refusing the whole request."},
					{"", "Send the service the same body again and see that it answers 200."},
				},
			},
		},
	},
	{
		Name:      "2003",
		Code:      "2003",
		Status:    400,
		Published: true,
		Actors:    []Actor{"partner", "merchant"},
		Retry:     "no",
		Reasons:   []string{"incorrect"},
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2003,\"reason\":\"incorrect\",\"subject\":\"deviceUuid\",\"value\":\"null\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Недопустимое значение параметра",
				Meaning: "Запрос разобран, все поля на\u00a0месте, но\u00a0одно из\u00a0значений не\u00a0прошло проверку получателя.",
				Sentences: []Line{
					{"", "Поле `{subject}`: значение `{value}` недопустимо"},
					{"", "Поле `{subject}`: значение недопустимо"},
					{"", "Значение `{value}` недопустимо"},
					{"", "Одно из\u00a0значений в\u00a0запросе недопустимо"},
				},
				Causes: []string{
					"Вместо значения пришёл `null`: настоящий или строка `\"null\"`. На\u00a0странице ошибок Эвотора это строка, в\u00a0справочнике API\u00a0— `null` JSON.",
					"Идентификатор не\u00a0той формы. У\u00a0Эвотора их\u00a0два вида: обычный UUID и\u00a0вид `20170222-D58C-40E0-8051-B53ADFF38860`; регистр букв значим.",
					"Тип значения не\u00a0тот: число строкой, строка числом, дата в\u00a0другом формате.",
					"Значение верное по\u00a0форме, но\u00a0для сервиса недопустимо: отрицательная цена, неизвестный вид документа. Тогда данные правит владелец кассы.",
				},
				Steps: []Line{
					{"", "Найдите в\u00a0журнале запрос и\u00a0посмотрите, что пришло в\u00a0поле `{subject}`."},
					{"", "Если значение верное, ослабьте проверку: примите оба вида идентификаторов и\u00a0пустое значение там, где без него можно обойтись."},
					{"", "Если значение неверное по\u00a0смыслу, попросите владельца кассы исправить данные в\u00a0личном кабинете или на\u00a0терминале."},
				},
			},
			{
				Title:   "Inadmissible value of a parameter",
				Meaning: "The request was parsed and all fields are there, but one of the values did not pass the receiver's check.",
				Sentences: []Line{
					{"", "Field `{subject}`: the value `{value}` is not allowed"},
					{"", "Field `{subject}`: the value is not allowed"},
					{"", "The value `{value}` is not allowed"},
					{"", "One of the values in the request is not allowed"},
				},
				Causes: []string{
					"A `null` came instead of a value: a real one or the string `\"null\"`. Evotor's page of errors shows the string, the API reference a JSON `null`.",
					"The identifier has another form. Evotor uses two: plain UUIDs and ones like `20170222-D58C-40E0-8051-B53ADFF38860`; letter case matters.",
					"The value has the wrong type: a number as a string, a string as a number, a date in another format.",
					"The value is well formed but the service does not allow it: a negative price, an unknown kind of document. Then the merchant corrects the data.",
				},
				Steps: []Line{
					{"", "Find the request in the log and look at what came in the field `{subject}`."},
					{"", "If the value is right, relax the check: accept both forms of identifiers, and an empty value where the service can do without one."},
					{"", "If the value makes no sense, ask the merchant to correct the data in the account or on the terminal."},
				},
			},
		},
	},
	{
		Name:      "invalid_format",
		Code:      "invalid_format",
		Status:    400,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Meaning:   Evidence{"observed", "java-sdk"},
		Causes: []Cause{
			{"", Evidence{"observed", "client-code"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 400 Bad Request\nContent-Type: application/vnd.evotor.v2+json\n\n{\"code\":\"invalid_format\",\"message\":\"invalid format\",\"value\":\"line 1, column 161\"}\n",
		Text: [2]Text{
			{
				Title:   "Неверный формат поля",
				Meaning: "Облако не\u00a0смогло прочитать поле: формат значения не\u00a0тот, которого оно ждёт.",
				Sentences: []Line{
					{"", "Поле `{subject}`: у\u00a0значения `{value}` неверный формат"},
					{"", "Поле `{subject}`: неверный формат"},
					{"", "Облако не\u00a0смогло прочитать запрос: `{value}`"},
					{"", "Облако не\u00a0смогло прочитать одно из\u00a0полей запроса"},
				},
				Causes: []string{
					"В\u00a0теле ошибка JSON или неверная вложенность. Тогда `value`\u00a0— место в\u00a0тексте, например `line 1, column 161`.",
					"Тип значения не\u00a0тот: строка вместо числа, число с\u00a0запятой, дата в\u00a0другом формате.",
				},
				Steps: []Line{
					{"", "Откройте тело запроса, которое ушло в\u00a0облако, и\u00a0найдите место или поле из\u00a0ответа."},
					{"", "Исправьте формат и\u00a0проверьте, что тело собирает библиотека JSON, а\u00a0не\u00a0склейка строк."},
					{"", "Отправьте запрос снова."},
				},
				Retry: "Повторять без исправлений нет смысла",
			},
			{
				Title:   "Wrong format of a field",
				Meaning: "The cloud could not read a field: its value has another format than the one it expects.",
				Sentences: []Line{
					{"", "Field `{subject}`: the value `{value}` has the wrong format"},
					{"", "Field `{subject}` has the wrong format"},
					{"", "The cloud could not read the request: `{value}`"},
					{"", "The cloud could not read one of the request's fields"},
				},
				Causes: []string{
					"The body has a JSON mistake or is nested the wrong way. Then `value` is a place in the text, such as `line 1, column 161`.",
					"The value has the wrong type: a string for a number, a number with a decimal comma, a date in another format.",
				},
				Steps: []Line{
					{"", "Open the body that went to the cloud and find the place or the field that the answer names."},
					{"", "Correct the format, and see that a JSON library builds the body, not string concatenation."},
					{"", "Send the request again."},
				},
				Retry: "No use repeating without a correction",
			},
		},
	},
	{
		Name:      "validation_failed",
		Code:      "validation_failed",
		Status:    400,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Meaning:   Evidence{"observed", "java-sdk"},
		Causes: []Cause{
			{"", Evidence{"observed", "client-code"}},
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"documented", "api-reference"}},
		},
		Sample: "HTTP/1.1 400 Bad Request\nContent-Type: application/vnd.evotor.v2+json\n\n{\"code\":\"validation_failed\",\"message\":\"validation failed for specified payload\",\"violations\":[{\"reason\":\"must not be null\",\"subject\":\"name\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Данные не\u00a0прошли проверку облака",
				Meaning: "Облако разобрало запрос, но\u00a0одно из\u00a0полей нарушает его правила. Какое поле и\u00a0какое правило, сказано в\u00a0`violations`.",
				Sentences: []Line{
					{"", "Поле `{subject}` не\u00a0прошло проверку облака: `{reason}`"},
					{"", "Поле `{subject}` не\u00a0прошло проверку облака"},
					{"", "Облако отвергло данные: `{reason}`"},
					{"", "Данные не\u00a0прошли проверку облака"},
				},
				Causes: []string{
					"Значение нарушает правило поля: имя товара длиннее 160\u00a0символов, недопустимый вид товара, отрицательное число.",
					"Обязательное поле пустое или его нет: причина тогда `must not be null`.",
					"Ошибка пришла не\u00a0сразу: пакетный запрос принят с\u00a0ответом 202, а\u00a0правила облако проверило позже. Тогда она лежит в\u00a0`details` задачи со\u00a0статусом `FAILED`.",
				},
				Steps: []Line{
					{"", "Найдите в\u00a0своём запросе поле `{subject}` и\u00a0исправьте его по\u00a0причине из\u00a0ответа."},
					{"", "Проверьте те\u00a0же правила в\u00a0сервисе до\u00a0отправки, чтобы владелец кассы увидел ошибку сразу."},
					{"", "В\u00a0пакетном запросе исправьте объекты из\u00a0`details` и\u00a0отправьте снова их\u00a0одних."},
				},
				Retry: "Повторять без исправлений нет смысла",
			},
			{
				Title:   "The data did not pass the cloud's checks",
				Meaning: "The cloud parsed the request, but one of the fields breaks its rules. Which field and which rule, `violations` says.",
				Sentences: []Line{
					{"", "Field `{subject}` did not pass the cloud's checks: `{reason}`"},
					{"", "Field `{subject}` did not pass the cloud's checks"},
					{"", "The cloud refused the data: `{reason}`"},
					{"", "The data did not pass the cloud's checks"},
				},
				Causes: []string{
					"The value breaks a rule of the field: a product name of more than 160\u00a0characters, an unknown kind of product, a negative number.",
					"A required field is empty or missing: the reason is then `must not be null`.",
					"The error did not come at once: the bulk request was accepted with 202, and the rules were checked later. Then it stands in the `details` of a task with the status `FAILED`.",
				},
				Steps: []Line{
					{"", "Find the field `{subject}` in your request and correct it as the reason says."},
					{"", "Check the same rules in your service before you send, so that the merchant sees the mistake at once."},
					{"", "In a bulk request, correct the objects named in `details` and send only those again."},
				},
				Retry: "No use repeating without a correction",
			},
		},
	},
	{
		Name:      "1001",
		Code:      "1001",
		Status:    401,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Secret:    true,
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"to-cloud", Evidence{"documented", "authorization"}},
			{"to-cloud", Evidence{"documented", "authorization"}},
			{"to-cloud", Evidence{"inferred", ""}},
			{"from-cloud", Evidence{"documented", "authorization"}},
		},
		Sample: "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1001}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверный токен облака Эвотор",
				Meaning: "Получатель не\u00a0признал токен, с\u00a0которым пришёл запрос.",
				Sentences: []Line{
					{"to-cloud", "Ваш сервис не\u00a0признал токен, с\u00a0которым к\u00a0нему обратилось облако"},
					{"from-cloud", "Облако не\u00a0признало токен вашего сервиса"},
					{"", "Токен облака Эвотор неверен"},
				},
				Causes: []string{
					"Токен, заданный в\u00a0личном кабинете разработчика, не\u00a0тот, которого ждёт сервис: его сменили с\u00a0одной стороны.",
					"Спутаны схемы: облако шлёт `Basic`, сервис ждёт `Bearer`, или наоборот. Схему тоже задают в\u00a0личном кабинете.",
					"Заголовок `Authorization` не\u00a0дошёл до\u00a0сервиса: его срезал прокси или веб-сервер.",
					"Сервис обращается к\u00a0облаку с\u00a0чужим, старым или пустым токеном, либо кладёт его не\u00a0в\u00a0тот заголовок.",
				},
				Steps: []Line{
					{"to-cloud", "Откройте настройки приложения в\u00a0личном кабинете разработчика и\u00a0сравните токен и\u00a0схему с\u00a0тем, что ждёт сервис."},
					{"to-cloud", "Проверьте, что прокси перед сервисом передаёт заголовок `Authorization`."},
					{"from-cloud", "Проверьте заголовок своего запроса: `X-Authorization: токен` в\u00a0API первой версии, `Authorization: Bearer токен` во\u00a0второй."},
					{"from-cloud", "Возьмите действующий токен облака и\u00a0замените его в\u00a0настройках сервиса."},
				},
				Retry: "Повторить, когда токены совпадут",
			},
			{
				Title:   "Wrong token of the Evotor cloud",
				Meaning: "The receiver did not recognise the token that came with the request.",
				Sentences: []Line{
					{"to-cloud", "Your service did not recognise the token that the cloud presented"},
					{"from-cloud", "The cloud did not recognise your service's token"},
					{"", "The token of the Evotor cloud is wrong"},
				},
				Causes: []string{
					"The token set in the developer account is not the one that the service expects: it was changed on one side only.",
					"The schemes are mixed up: the cloud sends `Basic` and the service expects `Bearer`, or the other way round. The scheme is set in the developer account too.",
					"The `Authorization` header did not reach the service: a proxy or web server dropped it.",
					"The service calls the cloud with a foreign, old or empty token, or puts it into the wrong header.",
				},
				Steps: []Line{
					{"to-cloud", "Open the application's settings in the developer account and compare the token and the scheme with what the service expects."},
					{"to-cloud", "Check that the proxy in front of the service passes the `Authorization` header on."},
					{"from-cloud", "Check the header of your request: `X-Authorization: token` in version 1 of the API, `Authorization: Bearer token` in version 2."},
					{"from-cloud", "Get the cloud token that is valid now and put it into the service's settings."},
				},
				Retry: "Repeat once the tokens match",
			},
		},
	},
	{
		Name:      "1002",
		Code:      "1002",
		Status:    401,
		Published: true,
		Actors:    []Actor{"partner", "merchant"},
		Retry:     "after-fix",
		Secret:    true,
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"observed", "client-code"}},
		},
		Sample: "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1002}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверный токен пользователя",
				Meaning: "Токен, который сервис выдал пользователю при подключении, получателю незнаком.",
				Sentences: []Line{
					{"", "Токен пользователя неверен: сервис такого не\u00a0знает"},
				},
				Causes: []string{
					"Сервис потерял токен или выпустил новый, а\u00a0облако присылает прежний: тот, что получило при входе или регистрации.",
					"В\u00a0токене есть символы вне набора `[a-zA-Z0-9_=-]` или он\u00a0длиннее 128\u00a0символов, и\u00a0по\u00a0дороге он\u00a0изменился.",
					"На\u00a0самом деле неверен токен облака: некоторые сервисы путают коды 1001 и\u00a01002.",
				},
				Steps: []Line{
					{"", "Найдите, какой токен сервис выдал этому пользователю последним, и\u00a0сравните с\u00a0тем, что пришёл в\u00a0запросе."},
					{"", "Если токен потерян, попросите владельца кассы ещё раз войти в\u00a0ваш сервис из\u00a0личного кабинета Эвотора: облако получит новый."},
					{"", "Выпускайте токены только из\u00a0символов `[a-zA-Z0-9_=-]`, не\u00a0длиннее 128, и\u00a0не\u00a0меняйте их\u00a0без нового входа."},
				},
				Retry: "Повторить после нового входа",
			},
			{
				Title:   "Wrong user token",
				Meaning: "The receiver does not know the token that the service issued to the user when the user connected.",
				Sentences: []Line{
					{"", "The user token is wrong: the service does not know it"},
				},
				Causes: []string{
					"The service lost the token or issued a new one, and the cloud still presents the one that it got at login or registration.",
					"The token has characters outside `[a-zA-Z0-9_=-]` or more than 128 of them, and changed on its way.",
					"It is the cloud token that is wrong: some services mix up 1001 and 1002.",
				},
				Steps: []Line{
					{"", "Find the token that the service issued to this user last and compare it with the one in the request."},
					{"", "If the token is lost, ask the merchant to log in to your service again from the Evotor account: the cloud will get a new one."},
					{"", "Issue tokens of the characters `[a-zA-Z0-9_=-]` only, at most 128, and do not change them without a new login."},
				},
				Retry: "Repeat after a new login",
			},
		},
	},
	{
		Name:      "1003",
		Code:      "1003",
		Status:    401,
		Published: true,
		Actors:    []Actor{"partner", "merchant"},
		Retry:     "after-fix",
		Secret:    true,
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1003}]}\n",
		Text: [2]Text{
			{
				Title:   "Срок действия токена пользователя истёк",
				Meaning: "Сервис узнал токен пользователя, но\u00a0тот уже не\u00a0действует.",
				Sentences: []Line{
					{"", "Срок действия токена пользователя истёк"},
				},
				Causes: []string{
					"Сервис выдаёт токены с\u00a0коротким сроком. Облако их\u00a0не\u00a0продлевает: оно хранит токен, полученный при входе, и\u00a0шлёт его до\u00a0следующего входа.",
					"Часы на\u00a0сервере сервиса спешат или срок сравнивается в\u00a0другом часовом поясе.",
				},
				Steps: []Line{
					{"", "Попросите владельца кассы ещё раз войти в\u00a0ваш сервис из\u00a0личного кабинета Эвотора: облако получит новый токен."},
					{"", "Выдавайте облаку токены без срока или продлевайте их\u00a0на\u00a0своей стороне при каждом верном запросе."},
					{"", "Сверьте часы сервера."},
				},
				Retry: "Повторить после нового входа",
			},
			{
				Title:   "User token expired",
				Meaning: "The service recognised the user token, but it is no longer valid.",
				Sentences: []Line{
					{"", "The user token has expired"},
				},
				Causes: []string{
					"The service issues short-lived tokens. The cloud does not renew them: it keeps the one it got at login and presents it until the next login.",
					"The clock of the service's server is fast, or the expiry is compared in another time zone.",
				},
				Steps: []Line{
					{"", "Ask the merchant to log in to your service again from the Evotor account: the cloud will get a new token."},
					{"", "Give the cloud tokens that do not expire, or extend them on your side with each valid request."},
					{"", "Check the server's clock."},
				},
				Retry: "Repeat after a new login",
			},
		},
	},
	{
		Name:      "1006",
		Code:      "1006",
		Status:    401,
		Published: true,
		Actors:    []Actor{"merchant"},
		Retry:     "after-fix",
		Secret:    true,
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1006}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверные данные для входа в\u00a0сервис",
				Meaning: "Пользователь входил в\u00a0сервис партнёра и\u00a0указал неверные данные.",
				Sentences: []Line{
					{"", "Логин или пароль для входа в\u00a0сервис партнёра неверны"},
				},
				Causes: []string{
					"Опечатка, другая раскладка или старый пароль.",
					"Введены логин и\u00a0пароль от\u00a0Эвотора, а\u00a0нужны от\u00a0сервиса партнёра.",
				},
				Steps: []Line{
					{"", "Введите логин и\u00a0пароль именно от\u00a0сервиса партнёра, не\u00a0от\u00a0личного кабинета Эвотора."},
					{"", "Если пароль забыт, восстановите его на\u00a0сайте сервиса и\u00a0войдите снова."},
					{"", "Разработчику сервиса: если данные верны, проверьте, что сервис сравнивает их\u00a0без лишних пробелов и\u00a0с\u00a0учётом регистра."},
				},
				Retry: "Повторить с\u00a0верными данными",
			},
			{
				Title:   "Wrong credentials for the service",
				Meaning: "The user logged in to the partner's service and entered wrong data.",
				Sentences: []Line{
					{"", "The login or password for the partner's service is wrong"},
				},
				Causes: []string{
					"A typing mistake, another keyboard layout, or an old password.",
					"The login and password are those of Evotor, while those of the partner's service are needed.",
				},
				Steps: []Line{
					{"", "Enter the login and password of the partner's service, not those of the Evotor account."},
					{"", "If the password is forgotten, reset it on the service's site and log in again."},
					{"", "For the developer of the service: if the data are right, check that the service compares them without stray spaces and with the right letter case."},
				},
				Retry: "Repeat with the right data",
			},
		},
	},
	{
		Name:      "http-401",
		Status:    401,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Meaning:   Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"from-cloud", Evidence{"documented", "authorization"}},
			{"from-cloud", Evidence{"inferred", ""}},
			{"to-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Запрос не\u00a0авторизован",
				Meaning: "Получатель не\u00a0признал отправителя: токена нет, он\u00a0неверен или лежит не\u00a0в\u00a0том заголовке.",
				Sentences: []Line{
					{"from-cloud", "Облако не\u00a0авторизовало ваше приложение"},
					{"to-cloud", "Ваш сервис не\u00a0авторизовал запрос облака, но\u00a0кода не\u00a0назвал"},
					{"", "Запрос не\u00a0авторизован"},
				},
				Causes: []string{
					"Токен лежит не\u00a0в\u00a0том заголовке: API первой версии ждёт его в\u00a0`X-Authorization`, вторая\u00a0— в\u00a0`Authorization: Bearer`.",
					"Токен старый, чужой или с\u00a0лишними пробелами и\u00a0кавычками.",
					"Отказал сам сервис или прокси перед ним, раньше чем дело дошло до\u00a0кодов 1001–1006.",
				},
				Steps: []Line{
					{"from-cloud", "Проверьте, в\u00a0каком заголовке и\u00a0с\u00a0каким токеном уходит ваш запрос."},
					{"from-cloud", "Возьмите действующий токен облака и\u00a0повторите запрос."},
					{"to-cloud", "Отвечайте облаку с\u00a0телом и\u00a0кодом: 1001, если неверен токен облака, 1002 или 1003, если дело в\u00a0токене пользователя."},
				},
				Retry: "Повторить с\u00a0верным токеном",
			},
			{
				Title:   "The request is not authorised",
				Meaning: "The receiver did not recognise the sender: there is no token, it is wrong, or it is in the wrong header.",
				Sentences: []Line{
					{"from-cloud", "The cloud did not authorise your application"},
					{"to-cloud", "Your service did not authorise the cloud's request, but named no code"},
					{"", "The request is not authorised"},
				},
				Causes: []string{
					"The token is in the wrong header: version 1 of the API expects it in `X-Authorization`, version 2 in `Authorization: Bearer`.",
					"The token is old, not yours, or has stray spaces or quotes.",
					"The service itself or the proxy in front of it refused, before it came to the codes 1001–1006.",
				},
				Steps: []Line{
					{"from-cloud", "Check which header and which token your request goes out with."},
					{"from-cloud", "Get the cloud token that is valid now and repeat the request."},
					{"to-cloud", "Answer the cloud with a body and a code: 1001 if the cloud token is wrong, 1002 or 1003 if it is the user token."},
				},
				Retry: "Repeat with the right token",
			},
		},
	},
	{
		Name:      "1004",
		Code:      "1004",
		Status:    402,
		Published: true,
		Actors:    []Actor{"merchant", "partner"},
		Retry:     "after-fix",
		Reasons:   []string{"payment required"},
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 402 Payment Required\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1004,\"reason\":\"payment required\",\"subject\":\"userUuid\",\"value\":\"01-000000000015463\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Подписка не\u00a0активна, нужна оплата",
				Meaning: "У\u00a0пользователя нет действующей подписки на\u00a0сервис, поэтому сервис не\u00a0принимает его данные.",
				Sentences: []Line{
					{"", "Подписка пользователя `{value}` не\u00a0активна, нужна оплата"},
					{"", "Подписка пользователя не\u00a0активна, нужна оплата"},
				},
				Causes: []string{
					"Подписка не\u00a0оплачена, закончилась или отменена.",
					"Подписка оплачена, но\u00a0сервис об\u00a0этом не\u00a0знает: пропустил событие о\u00a0подписке или не\u00a0обновил своё состояние.",
				},
				Steps: []Line{
					{"", "Владельцу кассы: проверьте подписку на\u00a0сервис в\u00a0личном кабинете Эвотора и\u00a0оплатите её."},
					{"", "Если она оплачена, разработчику сервиса: сверьте состояние подписки пользователя с\u00a0последним событием `subscription/event`."},
					{"", "После оплаты повторите операцию. Событие о\u00a0подписке, на\u00a0которое сервис не\u00a0ответил 200, облако шлёт ещё три дня, примерно раз в\u00a0минуту."},
				},
				Retry: "Повторить после оплаты",
			},
			{
				Title:   "Subscription not active, payment needed",
				Meaning: "The user has no active subscription to the service, so the service does not accept the user's data.",
				Sentences: []Line{
					{"", "The subscription of user `{value}` is not active; payment is needed"},
					{"", "The user's subscription is not active; payment is needed"},
				},
				Causes: []string{
					"The subscription is not paid, has ended, or was cancelled.",
					"The subscription is paid but the service does not know: it missed a subscription event or did not update its state.",
				},
				Steps: []Line{
					{"", "For the merchant: look at the subscription to the service in the Evotor account and pay for it."},
					{"", "If it is paid, for the developer of the service: compare the state of the user's subscription with the last `subscription/event`."},
					{"", "Repeat the operation after the payment. A subscription event that the service did not answer with 200 is sent again for three days, about once a minute."},
				},
				Retry: "Repeat after the payment",
			},
		},
	},
	{
		Name:      "http-402",
		Status:    402,
		Published: true,
		Actors:    []Actor{"merchant"},
		Retry:     "after-fix",
		Meaning:   Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"from-cloud", Evidence{"observed", "client-code"}},
			{"to-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 402 Payment Required\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Приложение не\u00a0установлено или не\u00a0оплачено",
				Meaning: "У\u00a0статуса 402 два смысла. В\u00a0ответе облака он\u00a0значит, что приложение установлено не\u00a0на\u00a0всех терминалах магазина. В\u00a0ответе вашего сервиса\u00a0— что подписка не\u00a0оплачена; тогда с\u00a0ним идёт код 1004.",
				Sentences: []Line{
					{"from-cloud", "Приложение установлено не\u00a0на\u00a0всех терминалах магазина"},
					{"to-cloud", "Сервис сообщил, что нужна оплата, но\u00a0кода 1004 не\u00a0назвал"},
					{"", "Приложение не\u00a0установлено на\u00a0терминалах магазина, если ответило облако, или не\u00a0оплачена подписка, если ответил сервис"},
				},
				Causes: []string{
					"Приложение стоит не\u00a0на\u00a0всех терминалах магазина. Идентификатор магазина бывает в\u00a0сообщении ответа.",
					"Подписка пользователя на\u00a0сервис не\u00a0оплачена или сервис не\u00a0знает об\u00a0оплате.",
				},
				Steps: []Line{
					{"from-cloud", "Владельцу кассы: установите приложение на\u00a0все терминалы магазина и\u00a0повторите действие."},
					{"from-cloud", "Разработчику сервиса: не\u00a0запрашивайте данные магазинов, где приложения нет."},
					{"to-cloud", "Владельцу кассы: проверьте подписку на\u00a0сервис и\u00a0оплатите её."},
				},
				Retry: "Повторить после установки или оплаты",
			},
			{
				Title:   "The application is not installed or not paid for",
				Meaning: "Status 402 has two meanings. In the cloud's answer: the application is not on all terminals of the store. In your service's answer: the subscription is not paid; code 1004 then goes with it.",
				Sentences: []Line{
					{"from-cloud", "The application is not installed on all terminals of the store"},
					{"to-cloud", "The service says that payment is needed, but does not name code 1004"},
					{"", "The application is not installed on the store's terminals, if the cloud answered, or the subscription is not paid, if the service did"},
				},
				Causes: []string{
					"The application is not on all terminals of the store. The answer's message may carry the store's id.",
					"The user's subscription to the service is not paid, or the service does not know of the payment.",
				},
				Steps: []Line{
					{"from-cloud", "For the merchant: install the application on all terminals of the store and repeat the action."},
					{"from-cloud", "For the developer of the service: do not ask for data of stores without the application."},
					{"to-cloud", "For the merchant: look at the subscription to the service and pay for it."},
				},
				Retry: "Repeat after the installation or payment",
			},
		},
	},
	{
		Name:      "http-403",
		Status:    403,
		Published: true,
		Actors:    []Actor{"partner", "merchant"},
		Retry:     "after-fix",
		Meaning:   Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"from-cloud", Evidence{"observed", "client-code"}},
			{"from-cloud", Evidence{"observed", "client-code"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 403 Forbidden\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Нет доступа",
				Meaning: "Отправителя узнали, но\u00a0это действие ему не\u00a0разрешено.",
				Sentences: []Line{
					{"from-cloud", "Облако не\u00a0разрешило вашему приложению это действие"},
					{"to-cloud", "Ваш сервис или прокси перед ним не\u00a0пустил облако"},
					{"", "Доступ запрещён"},
				},
				Causes: []string{
					"Приложению не\u00a0дано разрешение на\u00a0эти данные: оно не\u00a0запрошено в\u00a0настройках или владелец его не\u00a0подтвердил.",
					"Приложение не\u00a0установлено в\u00a0этой учётной записи.",
					"Отказал не\u00a0сам адресат, а\u00a0прокси, межсетевой экран или защита от\u00a0атак перед ним.",
				},
				Steps: []Line{
					{"from-cloud", "Проверьте разрешения приложения в\u00a0личном кабинете разработчика."},
					{"from-cloud", "Попросите владельца кассы установить приложение и\u00a0подтвердить разрешения."},
					{"to-cloud", "Разрешите запросы облака в\u00a0прокси и\u00a0межсетевом экране."},
				},
				Retry: "Повторить, когда доступ открыт",
			},
			{
				Title:   "No access",
				Meaning: "The sender was recognised, but is not allowed to do this.",
				Sentences: []Line{
					{"from-cloud", "The cloud did not allow your application to do this"},
					{"to-cloud", "Your service, or the proxy in front of it, did not let the cloud in"},
					{"", "Access is denied"},
				},
				Causes: []string{
					"The application has no permission for these data: it was not asked for in the settings, or the owner did not confirm it.",
					"The application is not installed in this account.",
					"It was not the addressee that refused but a proxy, a firewall or a shield against attacks in front of it.",
				},
				Steps: []Line{
					{"from-cloud", "Look at the application's permissions in the developer account."},
					{"from-cloud", "Ask the merchant to install the application and to confirm the permissions."},
					{"to-cloud", "Let the cloud's requests pass in the proxy and the firewall."},
				},
				Retry: "Repeat once access is given",
			},
		},
	},
	{
		Name:      "http-404",
		Status:    404,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"to-cloud", Evidence{"inferred", ""}},
			{"to-cloud", Evidence{"inferred", ""}},
			{"from-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{}\n",
		Text: [2]Text{
			{
				Title:   "Указанный ресурс не\u00a0найден",
				Meaning: "По\u00a0этому адресу ничего нет. Кода у\u00a0такой ошибки нет, тело пустое или `{}`.",
				Sentences: []Line{
					{"to-cloud", "По\u00a0адресу вебхука у\u00a0сервиса ничего нет"},
					{"from-cloud", "В\u00a0облаке по\u00a0этому адресу ничего нет"},
					{"", "По\u00a0этому адресу ничего не\u00a0найдено"},
				},
				Causes: []string{
					"В\u00a0личном кабинете разработчика указан неверный адрес вебхука: опечатка, лишний или потерянный путь, старый домен.",
					"Сервис или прокси перед ним не\u00a0знает этого пути: маршрут не\u00a0добавлен, другая версия, другой регистр букв.",
					"В\u00a0запросе к\u00a0облаку неверен путь или идентификатор магазина, устройства, товара: регистр букв в\u00a0них значим.",
				},
				Steps: []Line{
					{"to-cloud", "Сравните адрес в\u00a0запросе с\u00a0адресом вебхука в\u00a0личном кабинете разработчика, до\u00a0последнего символа."},
					{"to-cloud", "Откройте этот адрес тем\u00a0же методом с\u00a0сервера и\u00a0снаружи: ответ прокси и\u00a0ответ сервиса должны совпасть."},
					{"from-cloud", "Проверьте путь и\u00a0идентификаторы в\u00a0своём запросе к\u00a0облаку."},
				},
				Retry: "Повторить с\u00a0верным адресом",
			},
			{
				Title:   "The resource was not found",
				Meaning: "There is nothing at this address. This error has no code; its body is empty or `{}`.",
				Sentences: []Line{
					{"to-cloud", "The service has nothing at the webhook's address"},
					{"from-cloud", "The cloud has nothing at this address"},
					{"", "Nothing was found at this address"},
				},
				Causes: []string{
					"The webhook's address in the developer account is wrong: a typing mistake, a path too much or too little, an old domain.",
					"The service, or the proxy in front of it, does not know this path: no such route, another version, other letter case.",
					"The path or the id of the store, device or product in the request to the cloud is wrong: letter case matters in them.",
				},
				Steps: []Line{
					{"to-cloud", "Compare the address in the request with the webhook's address in the developer account, to the last character."},
					{"to-cloud", "Open this address with the same method from the server and from outside: the proxy's answer and the service's must be the same."},
					{"from-cloud", "Check the path and the ids in your request to the cloud."},
				},
				Retry: "Repeat with the right address",
			},
		},
	},
	{
		Name:      "1005",
		Code:      "1005",
		Status:    405,
		Published: true,
		Actors:    []Actor{"merchant"},
		Retry:     "after-fix",
		Reasons:   []string{"not allowed"},
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 405 Method Not Allowed\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1005,\"reason\":\"not allowed\",\"subject\":\"deviceUuid\",\"value\":\"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Терминал не\u00a0активен в\u00a0текущей подписке",
				Meaning: "Подписка действует, но\u00a0этот терминал в\u00a0неё не\u00a0входит. Его нужно активировать и\u00a0попробовать ещё раз.",
				Sentences: []Line{
					{"", "Терминал `{value}` не\u00a0активен в\u00a0текущей подписке"},
					{"", "Терминал не\u00a0активен в\u00a0текущей подписке"},
				},
				Causes: []string{
					"Подписка оплачена на\u00a0меньшее число терминалов, и\u00a0этот в\u00a0их\u00a0число не\u00a0выбран.",
					"Терминал заменили или перенесли в\u00a0другой магазин, а\u00a0список активных терминалов не\u00a0обновили.",
				},
				Steps: []Line{
					{"", "Владельцу кассы: активируйте терминал в\u00a0подписке на\u00a0сервис."},
					{"", "Повторите операцию на\u00a0терминале."},
					{"", "Если терминал уже активен, разработчику сервиса: сверьте список терминалов пользователя с\u00a0тем, что хранит сервис."},
				},
				Retry: "Повторить после активации",
			},
			{
				Title:   "Terminal not active in the current subscription",
				Meaning: "The subscription is valid, but this terminal is not part of it. It has to be activated; then try again.",
				Sentences: []Line{
					{"", "Terminal `{value}` is not active in the current subscription"},
					{"", "The terminal is not active in the current subscription"},
				},
				Causes: []string{
					"The subscription is paid for fewer terminals, and this one is not among those chosen.",
					"The terminal was replaced or moved to another store, and the list of active terminals was not updated.",
				},
				Steps: []Line{
					{"", "For the merchant: activate the terminal in the subscription to the service."},
					{"", "Repeat the operation on the terminal."},
					{"", "If the terminal is active already, for the developer of the service: compare the user's terminals with what the service has stored."},
				},
				Retry: "Repeat after the activation",
			},
		},
	},
	{
		Name:      "1007",
		Code:      "1007",
		Status:    405,
		Published: true,
		Actors:    []Actor{"merchant"},
		Retry:     "after-fix",
		Reasons:   []string{"license overhead"},
		Obsolete:  true,
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 405 Method Not Allowed\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1007,\"reason\":\"license overhead\",\"subject\":\"deviceUuid\",\"value\":\"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Лицензий на\u00a0терминалы не\u00a0хватает",
				Meaning: "Тариф разрешает меньше терминалов, чем нужно, чтобы активировать ещё один.",
				Sentences: []Line{
					{"", "Терминал `{value}` не\u00a0активировать: лицензий по\u00a0тарифу не\u00a0хватает"},
					{"", "Терминал не\u00a0активировать: лицензий по\u00a0тарифу не\u00a0хватает"},
				},
				Causes: []string{
					"Терминалов у\u00a0пользователя больше, чем лицензий в\u00a0тарифе.",
					"Лицензию занимает терминал, которым больше не\u00a0пользуются.",
				},
				Steps: []Line{
					{"", "Владельцу кассы: отключите в\u00a0подписке лишние терминалы или перейдите на\u00a0тариф, где их\u00a0больше."},
					{"", "Активируйте нужный терминал и\u00a0повторите операцию."},
				},
				Retry: "Повторить, когда лицензий хватит",
			},
			{
				Title:   "Not enough licences for terminals",
				Meaning: "The tariff allows fewer terminals than it would take to activate one more.",
				Sentences: []Line{
					{"", "Terminal `{value}` cannot be activated: the tariff has too few licences"},
					{"", "The terminal cannot be activated: the tariff has too few licences"},
				},
				Causes: []string{
					"The user has more terminals than the tariff has licences.",
					"A licence is taken by a terminal that is no longer used.",
				},
				Steps: []Line{
					{"", "For the merchant: remove the terminals that are not needed from the subscription, or choose a tariff with more of them."},
					{"", "Activate the terminal and repeat the operation."},
				},
				Retry: "Repeat once there are enough licences",
			},
		},
	},
	{
		Name:      "http-405",
		Status:    405,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Meaning:   Evidence{"inferred", ""},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"to-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 405 Method Not Allowed\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Метод не\u00a0поддерживается",
				Meaning: "У\u00a0статуса 405 два смысла. Без кода это скорее всего неверный метод HTTP. С\u00a0кодом 1005 или 1007\u00a0— терминал не\u00a0активен или лицензий не\u00a0хватает.",
				Sentences: []Line{
					{"to-cloud", "Сервис не\u00a0принимает запрос этим методом: многие вебхуки облако шлёт методом `PUT`"},
					{"from-cloud", "Облако не\u00a0принимает запрос этим методом"},
					{"", "Метод запроса не\u00a0поддерживается; если ответил сервис, дело может быть и\u00a0в\u00a0лицензии терминала"},
				},
				Causes: []string{
					"По\u00a0этому адресу ждут другой метод. Многие вебхуки облако шлёт методом `PUT`, а\u00a0сервис часто готов только к\u00a0`POST`.",
					"Сервис хотел сказать, что терминал не\u00a0активен, но\u00a0не\u00a0приложил код 1005 или 1007.",
				},
				Steps: []Line{
					{"", "Сравните метод в\u00a0запросе с\u00a0тем, который ждёт получатель."},
					{"to-cloud", "Примите на\u00a0адресах вебхуков все методы из\u00a0документации: `PUT` для документов, устройств, сотрудников и\u00a0магазинов."},
					{"to-cloud", "Если дело в\u00a0лицензии терминала, отвечайте с\u00a0кодом 1005 в\u00a0теле."},
				},
				Retry: "Повторить с\u00a0верным методом",
			},
			{
				Title:   "Method not supported",
				Meaning: "Status 405 has two meanings. Without a code it is most likely a wrong HTTP method. With code 1005 or 1007, the terminal is not active or there are too few licences.",
				Sentences: []Line{
					{"to-cloud", "The service does not take a request with this method: the cloud sends many webhooks with `PUT`"},
					{"from-cloud", "The cloud does not take a request with this method"},
					{"", "The method of the request is not supported; if the service answered, the terminal's licence may be the reason too"},
				},
				Causes: []string{
					"Another method is expected at this address. The cloud sends many webhooks with `PUT`, while services are often ready for `POST` only.",
					"The service meant that the terminal is not active but did not send code 1005 or 1007.",
				},
				Steps: []Line{
					{"", "Compare the method of the request with the one that the receiver expects."},
					{"to-cloud", "Take all documented methods at the webhooks' addresses: `PUT` for documents, devices, employees and stores."},
					{"to-cloud", "If the terminal's licence is the reason, answer with code 1005 in the body."},
				},
				Retry: "Repeat with the right method",
			},
		},
	},
	{
		Name:      "http-406",
		Status:    406,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Meaning:   Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"", Evidence{"observed", "client-code"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 406 Not Acceptable\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Неверный тип содержимого",
				Meaning: "Облако не\u00a0может ответить в\u00a0том формате, о\u00a0котором просит запрос.",
				Sentences: []Line{
					{"", "В\u00a0запросе к\u00a0облаку не\u00a0тот `Accept` или тип содержимого"},
				},
				Causes: []string{
					"Заголовок `Accept` или `Content-Type` не\u00a0`application/vnd.evotor.v2+json`. У\u00a0пакетных запросов свой тип, с\u00a0`+bulk`.",
					"Библиотека HTTP подставила свой `Accept`, например `*/*` или `application/json`.",
				},
				Steps: []Line{
					{"", "Задайте в\u00a0запросе `Accept: application/vnd.evotor.v2+json` и\u00a0такой\u00a0же\u00a0`Content-Type`."},
					{"", "Для пакетного запроса возьмите тип с\u00a0`+bulk` из\u00a0справочника API."},
					{"", "Посмотрите в\u00a0журнале, какие заголовки ушли на\u00a0самом деле."},
				},
				Retry: "Повторить с\u00a0верным заголовком",
			},
			{
				Title:   "Wrong media type",
				Meaning: "The cloud cannot answer in the format that the request asks for.",
				Sentences: []Line{
					{"", "The request to the cloud has the wrong `Accept` or media type"},
				},
				Causes: []string{
					"The `Accept` or `Content-Type` header is not `application/vnd.evotor.v2+json`. Bulk requests have a type of their own, with `+bulk`.",
					"The HTTP library put in its own `Accept`, such as `*/*` or `application/json`.",
				},
				Steps: []Line{
					{"", "Set `Accept: application/vnd.evotor.v2+json` in the request, and the same `Content-Type`."},
					{"", "For a bulk request take the type with `+bulk` from the API reference."},
					{"", "Look in the log which headers really went out."},
				},
				Retry: "Repeat with the right header",
			},
		},
	},
	{
		Name:      "2004",
		Code:      "2004",
		Status:    409,
		Published: true,
		Actors:    []Actor{"merchant", "partner"},
		Retry:     "no",
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2004}]}\n",
		Text: [2]Text{
			{
				Title:   "Учётная запись уже связана с\u00a0другим пользователем Эвотора",
				Meaning: "Записи не\u00a0связать: в\u00a0сервисе партнёра `userUuid` уже связан с\u00a0другой учётной записью Эвотора.",
				Sentences: []Line{
					{"", "Учётная запись в\u00a0сервисе партнёра уже связана с\u00a0другим пользователем Эвотора"},
				},
				Causes: []string{
					"Владелец подключал сервис раньше, из\u00a0другой учётной записи Эвотора, и\u00a0связь осталась.",
					"Бизнес сменил владельца или юридическое лицо, а\u00a0учётная запись в\u00a0сервисе прежняя.",
				},
				Steps: []Line{
					{"", "Владельцу кассы: войдите в\u00a0Эвотор под той учётной записью, из\u00a0которой сервис подключали впервые."},
					{"", "Если её\u00a0больше нет, попросите поддержку сервиса партнёра снять старую связь."},
					{"", "Разработчику сервиса: дайте поддержке способ отвязать `userUuid`, проверив, что просит владелец."},
				},
				Retry: "Повторять нет смысла, пока связь не\u00a0снята",
			},
			{
				Title:   "The account is linked to another Evotor user",
				Meaning: "The records cannot be linked: in the partner's service, `userUuid` is linked to another Evotor account.",
				Sentences: []Line{
					{"", "The account in the partner's service is linked to another Evotor user"},
				},
				Causes: []string{
					"The owner connected the service earlier from another Evotor account, and the link is still there.",
					"The business changed its owner or legal entity, and the account in the service stayed.",
				},
				Steps: []Line{
					{"", "For the merchant: log in to Evotor with the account from which the service was connected first."},
					{"", "If it no longer exists, ask the support of the partner's service to remove the old link."},
					{"", "For the developer of the service: give your support a way to unlink `userUuid` once it has checked that the owner asks."},
				},
				Retry: "No use repeating until the link is removed",
			},
		},
	},
	{
		Name:      "2005",
		Code:      "2005",
		Status:    409,
		Published: true,
		Actors:    []Actor{"merchant", "partner"},
		Retry:     "no",
		Meaning:   Evidence{"documented", "errors-page"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2005}]}\n",
		Text: [2]Text{
			{
				Title:   "Такая учётная запись уже есть",
				Meaning: "Зарегистрировать не\u00a0получится: в\u00a0сервисе партнёра уже есть учётная запись с\u00a0этими данными.",
				Sentences: []Line{
					{"", "В\u00a0сервисе партнёра уже есть учётная запись с\u00a0этими данными"},
				},
				Causes: []string{
					"Приложение установили повторно, а\u00a0пользователь снова выбрал регистрацию.",
					"Облако повторило запрос: ответ на\u00a0первый `user/create` не\u00a0пришёл за\u00a010\u00a0секунд, но\u00a0запись сервис создал.",
				},
				Steps: []Line{
					{"", "Владельцу кассы: вместо регистрации выберите вход с\u00a0имеющейся учётной записью."},
					{"", "Если пароль забыт, восстановите его на\u00a0сайте сервиса."},
					{"", "Разработчику сервиса: на\u00a0повторный `user/create` с\u00a0тем\u00a0же\u00a0`userUuid` отвечайте 200 и\u00a0тем\u00a0же токеном."},
				},
				Retry: "Повторять нет смысла: нужен вход, а\u00a0не\u00a0регистрация",
			},
			{
				Title:   "Such an account exists already",
				Meaning: "Registration is not possible: the partner's service already has an account with these data.",
				Sentences: []Line{
					{"", "The partner's service already has an account with these data"},
				},
				Causes: []string{
					"The application was installed again, and the user chose registration again.",
					"The cloud repeated the request: the answer to the first `user/create` did not come within 10\u00a0seconds, but the service had created the account.",
				},
				Steps: []Line{
					{"", "For the merchant: choose to log in with the account you have instead of registering."},
					{"", "If the password is forgotten, reset it on the service's site."},
					{"", "For the developer of the service: answer a repeated `user/create` with the same `userUuid` with 200 and the same token."},
				},
				Retry: "No use repeating: log in instead of registering",
			},
		},
	},
	{
		Name:      "http-409",
		Status:    409,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Meaning:   Evidence{"inferred", ""},
		Causes: []Cause{
			{"to-cloud", Evidence{"inferred", ""}},
			{"to-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 409 Conflict\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Запрос противоречит тому, что уже есть",
				Meaning: "Получатель уже хранит запись, с\u00a0которой этот запрос не\u00a0совместить. Кода в\u00a0ответе нет.",
				Sentences: []Line{
					{"to-cloud", "Ваш сервис сообщил о\u00a0конфликте, но\u00a0не\u00a0сказал, о\u00a0каком: 2004 или 2005"},
					{"", "Запрос противоречит записи, которая уже есть"},
				},
				Causes: []string{
					"Учётная запись уже связана с\u00a0другим пользователем Эвотора: так бывает с\u00a0кодом 2004.",
					"Учётная запись с\u00a0этими данными уже есть: так бывает с\u00a0кодом 2005.",
				},
				Steps: []Line{
					{"to-cloud", "Отвечайте с\u00a0кодом в\u00a0теле: 2004 при чужой связи, 2005 при повторной регистрации. Тогда пользователь увидит, что делать."},
					{"", "Найдите в\u00a0журнале, какую запись не\u00a0удалось создать или связать."},
				},
				Retry: "Повторять нет смысла, пока конфликт не\u00a0разобран",
			},
			{
				Title:   "The request contradicts what is there",
				Meaning: "The receiver has a record already that this request does not go with. The answer has no code.",
				Sentences: []Line{
					{"to-cloud", "Your service reported a conflict but did not say which: 2004 or 2005"},
					{"", "The request contradicts a record that is there already"},
				},
				Causes: []string{
					"The account is linked to another Evotor user: that is what code 2004 says.",
					"There is an account with these data: that is what code 2005 says.",
				},
				Steps: []Line{
					{"to-cloud", "Answer with a code in the body: 2004 for a foreign link, 2005 for a repeated registration. Then the user will see what to do."},
					{"", "Find in the log which record could not be created or linked."},
				},
				Retry: "No use repeating until the conflict is resolved",
			},
		},
	},
	{
		Name:      "http-413",
		Status:    413,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Meaning:   Evidence{"documented", "api-reference"},
		Causes: []Cause{
			{"from-cloud", Evidence{"documented", "api-reference"}},
			{"from-cloud", Evidence{"observed", "rest-overview"}},
			{"to-cloud", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 413 Payload Too Large\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Запрос слишком большой",
				Meaning: "Тело запроса больше, чем принимает получатель.",
				Sentences: []Line{
					{"from-cloud", "Запрос больше, чем принимает облако"},
					{"to-cloud", "Запрос облака больше, чем принимает ваш сервис"},
					{"", "Запрос слишком большой"},
				},
				Causes: []string{
					"Документация 2017 года называет предел 10\u00a0МБ; в\u00a0пакетном запросе до\u00a01000 объектов, при удалении до\u00a0100.",
					"В\u00a0тексте 2020 года предел уже 5\u00a0МБ.",
					"Тело не\u00a0пропустил прокси перед сервисом: у\u00a0nginx по\u00a0умолчанию предел 1\u00a0МБ\u00a0(`client_max_body_size`).",
				},
				Steps: []Line{
					{"from-cloud", "Разделите запрос: не\u00a0больше 1000 объектов и\u00a0заметно меньше 5\u00a0МБ\u00a0в\u00a0каждом."},
					{"to-cloud", "Поднимите предел размера тела в\u00a0прокси и\u00a0в\u00a0самом сервисе."},
				},
				Retry: "Повторить меньшими частями",
			},
			{
				Title:   "The request is too large",
				Meaning: "The body of the request is larger than the receiver takes.",
				Sentences: []Line{
					{"from-cloud", "The request is larger than the cloud takes"},
					{"to-cloud", "The cloud's request is larger than your service takes"},
					{"", "The request is too large"},
				},
				Causes: []string{
					"The documentation of 2017 names a limit of 10\u00a0MB; a bulk request may hold 1000 objects, a delete 100.",
					"In a text of 2020 the limit is 5\u00a0MB.",
					"The proxy in front of the service refused the body: nginx's default limit is 1\u00a0MB (`client_max_body_size`).",
				},
				Steps: []Line{
					{"from-cloud", "Split the request: at most 1000 objects and clearly less than 5\u00a0MB in each."},
					{"to-cloud", "Raise the limit of the body's size in the proxy and in the service itself."},
				},
				Retry: "Repeat in smaller parts",
			},
		},
	},
	{
		Name:      "http-422",
		Status:    422,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Meaning:   Evidence{"observed", "client-code"},
		Causes: []Cause{
			{"", Evidence{"observed", "java-sdk"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 422 Unprocessable Entity\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Запрос понятен, но\u00a0выполнить его нельзя",
				Meaning: "Формат запроса верный, а\u00a0его содержание получатель выполнить не\u00a0может.",
				Sentences: []Line{
					{"", "Запрос прочитан, но\u00a0выполнить его нельзя"},
				},
				Causes: []string{
					"Запрос ссылается на\u00a0устройство, которого нет. Тогда в\u00a0теле стоит код `unknown_device`.",
					"Данные верны по\u00a0форме, но\u00a0не\u00a0подходят друг к\u00a0другу.",
				},
				Steps: []Line{
					{"", "Посмотрите тело ответа целиком: в\u00a0нём должно быть `code` и\u00a0`violations`."},
					{"", "Проверьте идентификаторы магазина и\u00a0устройства: есть\u00a0ли они в\u00a0свежих списках облака."},
				},
				Retry: "Повторять без исправлений нет смысла",
			},
			{
				Title:   "The request is clear but cannot be carried out",
				Meaning: "The format of the request is right, but the receiver cannot carry out what it asks.",
				Sentences: []Line{
					{"", "The request was read but cannot be carried out"},
				},
				Causes: []string{
					"The request refers to a device that does not exist. The body then has the code `unknown_device`.",
					"The data are well formed but do not go together.",
				},
				Steps: []Line{
					{"", "Look at the whole body of the answer: it should have `code` and `violations`."},
					{"", "Check the ids of the store and the device: are they in the cloud's fresh lists?"},
				},
				Retry: "No use repeating without a correction",
			},
		},
	},
	{
		Name:      "unknown_device",
		Code:      "unknown_device",
		Status:    422,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Meaning:   Evidence{"observed", "java-sdk"},
		Causes: []Cause{
			{"", Evidence{"inferred", ""}},
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/vnd.evotor.v2+json\n\n{\"code\":\"unknown_device\",\"message\":\"device with specified id not found\",\"violations\":[{\"reason\":\"device not found: 20170222-D58C-40E0-8051-B53ADFF38860\",\"subject\":\"device_id\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Устройства с\u00a0таким идентификатором нет",
				Meaning: "Облако не\u00a0нашло устройства, на\u00a0которое ссылается запрос.",
				Sentences: []Line{
					{"", "Облако не\u00a0нашло устройства: `{reason}`"},
					{"", "Облако не\u00a0знает устройства из\u00a0поля `{subject}`"},
					{"", "Облако не\u00a0знает такого устройства"},
				},
				Causes: []string{
					"В\u00a0запросе идентификатор магазина или другого пользователя вместо идентификатора устройства.",
					"Изменён регистр букв: у\u00a0идентификаторов Эвотора он\u00a0значим.",
					"Терминал удалён из\u00a0учётной записи, а\u00a0сервис хранит старый список.",
				},
				Steps: []Line{
					{"", "Запросите у\u00a0облака свежий список устройств и\u00a0найдите в\u00a0нём нужное."},
					{"", "Передайте идентификатор ровно так, как он\u00a0пришёл, не\u00a0меняя регистр."},
					{"", "Если терминала в\u00a0списке нет, уберите его и\u00a0в\u00a0сервисе."},
				},
				Retry: "Повторять с\u00a0тем\u00a0же идентификатором нет смысла",
			},
			{
				Title:   "No device with this id",
				Meaning: "The cloud did not find the device that the request refers to.",
				Sentences: []Line{
					{"", "The cloud did not find the device: `{reason}`"},
					{"", "The cloud does not know the device in the field `{subject}`"},
					{"", "The cloud does not know this device"},
				},
				Causes: []string{
					"The request has the id of a store, or of another user's device, instead of the device's id.",
					"The letter case was changed: in Evotor's ids it matters.",
					"The terminal was removed from the account, and the service keeps an old list.",
				},
				Steps: []Line{
					{"", "Ask the cloud for a fresh list of devices and find yours in it."},
					{"", "Pass the id exactly as it came, in the same letter case."},
					{"", "If the terminal is not in the list, remove it from the service too."},
				},
				Retry: "No use repeating with the same id",
			},
		},
	},
	{
		Name:      "http-429",
		Status:    429,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "later",
		Meaning:   Evidence{"documented", "api-reference"},
		Causes: []Cause{
			{"", Evidence{"documented", "api-reference"}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Limit: 60\nX-RateLimit-Remaining: 0\nX-RateLimit-Reset: 30\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Слишком много запросов",
				Meaning: "Приложение исчерпало число запросов к\u00a0этому адресу. Облако считает их\u00a0отдельно для каждого токена и\u00a0адреса.",
				Sentences: []Line{
					{"", "Запросов слишком много: новый примут через {reset}\u00a0с"},
					{"", "Запросов слишком много"},
				},
				Causes: []string{
					"Сервис опрашивает облако чаще, чем позволяет предел из\u00a0`X-RateLimit-Limit`.",
					"С\u00a0одним токеном работают несколько процессов сразу, и\u00a0их\u00a0запросы складываются.",
				},
				Steps: []Line{
					{"", "Подождите столько секунд, сколько сказано в\u00a0`X-RateLimit-Reset`, и\u00a0повторите запрос."},
					{"", "Следите за\u00a0`X-RateLimit-Remaining` и\u00a0делайте паузу до\u00a0отказа, а\u00a0не\u00a0после."},
					{"", "Замените частый опрос вебхуками, а\u00a0одиночные запросы пакетными."},
				},
				Retry: "Повторить через время из\u00a0`X-RateLimit-Reset`",
			},
			{
				Title:   "Too many requests",
				Meaning: "The application has used up its requests to this address. The cloud counts them for each token and address.",
				Sentences: []Line{
					{"", "Too many requests: the next one will be taken in {reset}\u00a0s"},
					{"", "Too many requests"},
				},
				Causes: []string{
					"The service asks the cloud more often than the limit in `X-RateLimit-Limit` allows.",
					"Several processes work with one token, and their requests add up.",
				},
				Steps: []Line{
					{"", "Wait as many seconds as `X-RateLimit-Reset` says and repeat the request."},
					{"", "Watch `X-RateLimit-Remaining` and pause before you are refused, not after."},
					{"", "Use webhooks instead of frequent polling, and bulk requests instead of single ones."},
				},
				Retry: "Repeat after the time in `X-RateLimit-Reset`",
			},
		},
	},
	{
		Name:          "http-5xx",
		Status:        500,
		Published:     true,
		Actors:        []Actor{"evotor"},
		ActorsToCloud: []Actor{"partner"},
		Retry:         "later",
		Meaning:       Evidence{"inferred", ""},
		Causes: []Cause{
			{"from-cloud", Evidence{"inferred", ""}},
			{"to-cloud", Evidence{"inferred", ""}},
			{"", Evidence{"inferred", ""}},
		},
		Sample: "HTTP/1.1 503 Service Unavailable\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Сбой на\u00a0стороне отвечающего",
				Meaning: "Запрос дошёл, но\u00a0тот, кто отвечает, не\u00a0справился. Документация Эвотора о\u00a0таких ответах молчит.",
				Sentences: []Line{
					{"from-cloud", "Облако не\u00a0справилось с\u00a0запросом: статус {status}"},
					{"to-cloud", "Ваш сервис не\u00a0справился с\u00a0запросом облака: статус {status}"},
					{"", "Отвечающая сторона не\u00a0справилась с\u00a0запросом: статус {status}"},
				},
				Causes: []string{
					"В\u00a0облаке сбой или работы. Обычно это ненадолго.",
					"В\u00a0вашем сервисе ошибка: исключение, нет связи с\u00a0базой, не\u00a0хватило времени. Облако ждёт ответа 10\u00a0секунд.",
					"Ответил прокси: сам сервис не\u00a0запущен, перегружен или отвечает слишком долго (502, 503, 504).",
				},
				Steps: []Line{
					{"from-cloud", "Повторите запрос позже, увеличивая паузы: через 1, 2, 4, 8\u00a0секунд и\u00a0дальше до\u00a0нескольких минут."},
					{"from-cloud", "Если сбой держится больше часа, напишите в\u00a0поддержку Эвотора: время, адрес, статус и\u00a0идентификатор запроса."},
					{"to-cloud", "Найдите в\u00a0журнале сервиса ошибку за\u00a0это\u00a0же время."},
					{"to-cloud", "Отвечайте облаку быстрее 10\u00a0секунд: примите данные, ответьте 200, обработайте потом."},
				},
				Retry: "Повторить позже, с\u00a0растущими паузами",
			},
			{
				Title:   "A failure on the answering side",
				Meaning: "The request arrived, but the side that answers could not cope. Evotor's documentation says nothing of such answers.",
				Sentences: []Line{
					{"from-cloud", "The cloud could not cope with the request: status {status}"},
					{"to-cloud", "Your service could not cope with the cloud's request: status {status}"},
					{"", "The answering side could not cope with the request: status {status}"},
				},
				Causes: []string{
					"The cloud has a failure or maintenance. As a rule, not for long.",
					"Your service has an error: an exception, no connection to its database, a timeout. The cloud waits 10\u00a0seconds for an answer.",
					"A proxy answered: the service behind it is not running, overloaded, or too slow (502, 503, 504).",
				},
				Steps: []Line{
					{"from-cloud", "Repeat the request later with growing pauses: after 1, 2, 4, 8\u00a0seconds and on to a few minutes."},
					{"from-cloud", "If the failure lasts longer than an hour, write to Evotor's support: the time, the address, the status and the request's id."},
					{"to-cloud", "Find the error of the same time in the service's log."},
					{"to-cloud", "Answer the cloud in less than 10\u00a0seconds: take the data, answer 200, process later."},
				},
				Retry: "Repeat later, with growing pauses",
			},
		},
	},
}

var words = []word{
	{"actor", "evotor", [2]string{"Эвотор", "Evotor"}},
	{"actor", "merchant", [2]string{"Владелец кассы", "Merchant"}},
	{"actor", "partner", [2]string{"Разработчик сервиса", "Service developer"}},
	{"actor", "unknown", [2]string{"Неизвестно", "Unknown"}},
	{"acts", "evotor", [2]string{"Исправляет Эвотор", "Evotor fixes it"}},
	{"acts", "merchant", [2]string{"Действует владелец кассы", "The merchant acts"}},
	{"acts", "partner", [2]string{"Исправляет разработчик сервиса", "The service's developer fixes it"}},
	{"acts", "unknown", [2]string{"Кто действует, неизвестно", "Who must act is not known"}},
	{"cause", "licence", [2]string{"Похоже на\u00a0одну причину: лицензий не\u00a0хватает, поэтому терминал не\u00a0активен", "This looks like one cause: there are too few licences, so the terminal is not active"}},
	{"cause", "renamed", [2]string{"Похоже на\u00a0одну причину: поле переименовано. Не\u00a0хватает `{missing}`, лишнее `{unexpected}`", "This looks like one cause: a field was renamed. `{missing}` is missing, `{unexpected}` is unknown"}},
	{"cause", "same", [2]string{"Ошибок с\u00a0этой причиной: {count}", "Errors with this cause: {count}"}},
	{"direction", "from-cloud", [2]string{"Облако Эвотор ответило вашему сервису", "The Evotor cloud answered your service"}},
	{"direction", "to-cloud", [2]string{"Ваш сервис ответил облаку Эвотор", "Your service answered the Evotor cloud"}},
	{"direction", "unknown", [2]string{"Кто кому ответил, по\u00a0тексту не\u00a0видно", "The text does not show who answered whom"}},
	{"note", "bare-error", [2]string{"Объект ошибки стоит сам по\u00a0себе: по\u00a0документации он\u00a0лежит в\u00a0массиве `errors`", "The error object stands on its own: as documented it belongs into an `errors` array"}},
	{"note", "no-code", [2]string{"У\u00a0этой ошибки нет кода, а\u00a0он\u00a0обязателен", "This error has no code, although a code is required"}},
	{"note", "obsolete", [2]string{"Код `{code}` есть на\u00a0странице ошибок, но\u00a0из\u00a0справочника API он\u00a0убран ещё в\u00a02017 году", "Code `{code}` is on the page of errors, but has been absent from the API reference since 2017"}},
	{"note", "obsolete-reason", [2]string{"Причина `{reason}` есть на\u00a0странице ошибок, но\u00a0из\u00a0справочника API она убрана ещё в\u00a02017 году", "Reason `{reason}` is on the page of errors, but has been absent from the API reference since 2017"}},
	{"note", "secret", [2]string{"В\u00a0тексте есть секрет: токен, пароль или заголовок авторизации. Скройте его, прежде чем пересылать этот текст", "The text holds a secret: a token, a password or an authorization header. Cover it before you pass this text on"}},
	{"note", "status-mismatch", [2]string{"Код `{code}` идёт со\u00a0статусом {expected}, а\u00a0здесь {status}. Получатель может понять такой ответ неверно", "Code `{code}` goes with status {expected}, but here it is {status}. The receiver may misread such an answer"}},
	{"note", "success-status", [2]string{"Ответ с\u00a0ошибкой пришёл со\u00a0статусом {status}. Получатель сочтёт такой ответ успешным", "An answer with errors came with status {status}. The receiver will take it for a success"}},
	{"note", "truncated", [2]string{"Конца ответа в\u00a0тексте нет: ошибок могло быть больше", "The end of the answer is missing from the text: there may have been more errors"}},
	{"note", "unknown-code", [2]string{"Кода `{code}` нет в\u00a0справочнике", "Code `{code}` is not in the catalogue"}},
	{"note", "unusual-reason", [2]string{"Причина `{reason}` для кода `{code}` не\u00a0документирована; документированы: `{expected}`", "Reason `{reason}` is not documented for code `{code}`; documented: `{expected}`"}},
	{"repair", "bracket", [2]string{"скобки", "brackets"}},
	{"repair", "chunked", [2]string{"размеры частей между строками", "chunk sizes between lines"}},
	{"repair", "colon", [2]string{"двоеточия", "colons"}},
	{"repair", "colours", [2]string{"цвета терминала", "a terminal's colours"}},
	{"repair", "comma", [2]string{"запятые", "commas"}},
	{"repair", "comment", [2]string{"комментарии", "comments"}},
	{"repair", "concatenation", [2]string{"строки, соединённые знаком +", "strings joined by a plus"}},
	{"repair", "ellipsis", [2]string{"пропуск, отмеченный многоточием", "an omission marked by dots"}},
	{"repair", "encoding", [2]string{"кодировка", "encoding"}},
	{"repair", "entities", [2]string{"коды HTML вместо знаков", "HTML entities in place of characters"}},
	{"repair", "escaped", [2]string{"экранирование", "escaping"}},
	{"repair", "literal", [2]string{"None, True и\u00a0другие слова языков", "None, True and other words of languages"}},
	{"repair", "newline", [2]string{"переводы строк внутри значений", "line breaks inside values"}},
	{"repair", "quotes", [2]string{"кавычки", "quotes"}},
	{"repair", "spaces", [2]string{"пробелы и\u00a0пометки строк", "spaces and marks of lines"}},
	{"repair", "syntax", [2]string{"запись другого языка", "another language's form"}},
	{"repair", "wrapped", [2]string{"строки, разбитые по\u00a0ширине", "lines broken at a fixed width"}},
	{"reply", "code", [2]string{"Код: {value}", "Code: {value}"}},
	{"reply", "merchant-do", [2]string{"Что сделать:", "What to do:"}},
	{"reply", "merchant-head", [2]string{"Здравствуйте! При обмене с\u00a0кассой Эвотор произошла ошибка.", "Hello! An error happened in the exchange with the Evotor terminal."}},
	{"reply", "merchant-none", [2]string{"От\u00a0вас ничего не\u00a0требуется: разработчики уже занимаются.", "There is nothing for you to do: the developers are on it."}},
	{"reply", "request", [2]string{"Идентификатор запроса: {value}", "Request id: {value}"}},
	{"reply", "status", [2]string{"Статус HTTP: {value}", "HTTP status: {value}"}},
	{"reply", "support-head", [2]string{"Здравствуйте! В\u00a0обмене с\u00a0облаком Эвотор приходит ответ с\u00a0ошибкой. Помогите, пожалуйста, разобраться.", "Hello! The exchange with the Evotor cloud ends in an error response. Please help us find out why."}},
	{"reply", "ticket-head", [2]string{"Ошибка в\u00a0обмене с\u00a0Эвотором", "An error in the exchange with Evotor"}},
	{"reply", "time", [2]string{"Время: {value}", "Time: {value}"}},
	{"retry", "after-fix", [2]string{"Повторить после исправления", "Repeat after the fix"}},
	{"retry", "later", [2]string{"Повторить позже", "Repeat later"}},
	{"retry", "no", [2]string{"Повторять нет смысла", "No use repeating"}},
	{"sure", "documented", [2]string{"документировано", "documented"}},
	{"sure", "inferred", [2]string{"наш вывод", "our inference"}},
	{"sure", "observed", [2]string{"замечено в\u00a0коде", "seen in code"}},
	{"ui", "about-code", [2]string{"Всё о\u00a0коде {code}", "All about code {code}"}},
	{"ui", "about-status", [2]string{"Всё о\u00a0статусе {code}", "All about status {code}"}},
	{"ui", "copied", [2]string{"Скопировано", "Copied"}},
	{"ui", "copy", [2]string{"Скопировать:", "Copy:"}},
	{"ui", "copy-merchant", [2]string{"владельцу кассы", "for the merchant"}},
	{"ui", "copy-support", [2]string{"в\u00a0поддержку Эвотора", "for Evotor's support"}},
	{"ui", "copy-ticket", [2]string{"для задачи", "for a ticket"}},
	{"ui", "empty", [2]string{"Здесь появится разбор", "The explanation will appear here"}},
	{"ui", "empty-hint", [2]string{"Вставьте ответ с\u00a0ошибкой в\u00a0поле: для каждого кода будет сказано, что произошло, кто должен действовать, повторять\u00a0ли запрос и\u00a0что менять.", "Paste an error response into the box: for each code you will read what happened, who must act, whether to repeat the request, and what to change."}},
	{"ui", "errors-few", [2]string{"{count} ошибки", "{count} errors"}},
	{"ui", "errors-many", [2]string{"{count} ошибок", "{count} errors"}},
	{"ui", "errors-one", [2]string{"{count} ошибка", "{count} error"}},
	{"ui", "found", [2]string{"Нашлось в\u00a0справочнике: {count}", "Found in the reference: {count}"}},
	{"ui", "link", [2]string{"ссылку на\u00a0разбор", "a link to this"}},
	{"ui", "mended", [2]string{"При чтении исправлено: {count}", "Mended while reading: {count}"}},
	{"ui", "more", [2]string{"Подробнее", "Learn more"}},
	{"ui", "nothing", [2]string{"Ответа с\u00a0ошибкой в\u00a0тексте нет", "There is no error response in the text"}},
	{"ui", "nothing-hint", [2]string{"Нужен ответ Эвотора или сервиса, который отвечает Эвотору: с\u00a0кодами или со\u00a0статусом HTTP от\u00a0400.", "What is needed is an answer of Evotor, or of a service that answers Evotor: with codes, or with an HTTP status from 400."}},
	{"ui", "reads", [2]string{"Читается:", "It reads:"}},
	{"ui", "reads-body", [2]string{"тело ответа, целое или обрезанное;", "the body of an answer, whole or cut off;"}},
	{"ui", "reads-http", [2]string{"ответ HTTP с\u00a0заголовками, вывод curl, файл HAR;", "an HTTP answer with headers, the output of curl, a HAR file;"}},
	{"ui", "reads-log", [2]string{"строка лога, текст исключения, дамп из\u00a0кода;", "a log line, the text of an exception, a dump from code;"}},
	{"ui", "reads-message", [2]string{"то\u00a0же из\u00a0письма или мессенджера, с\u00a0кавычками и\u00a0отступами.", "the same from a mail or a messenger, with quotes and marks."}},
	{"ui", "report", [2]string{"Разбор", "Explanation"}},
	{"ui", "response", [2]string{"Ответ {count}", "Response {count}"}},
	{"ui", "responses-few", [2]string{"{count} ответа с\u00a0ошибкой", "{count} error responses"}},
	{"ui", "responses-many", [2]string{"{count} ответов с\u00a0ошибкой", "{count} error responses"}},
	{"ui", "responses-one", [2]string{"{count} ответ с\u00a0ошибкой", "{count} error response"}},
	{"ui", "rest", [2]string{"Показать ещё {count}", "Show {count} more"}},
	{"ui", "steps", [2]string{"Что делать", "What to do"}},
	{"ui", "unmask", [2]string{"с\u00a0личными данными", "with personal data"}},
}

var sources = []Source{
	{"errors-page", "2017–2025", "github.com/evotor/documentation, pages/evotordoc/evotor_api/doc_errors_returned.md", [2]string{"Документация Эвотора: «Возвращаемые ошибки»", "Evotor's documentation: “Returned errors”"}},
	{"authorization", "2017–2025", "github.com/evotor/documentation, doc_authorization.md", [2]string{"Документация Эвотора: «Авторизация»", "Evotor's documentation: “Authorization”"}},
	{"subscriptions", "2017–2025", "github.com/evotor/documentation, billing/doc_subscriptions.md", [2]string{"Документация Эвотора: «Подписки»", "Evotor's documentation: “Subscriptions”"}},
	{"release-notes", "2017", "github.com/evotor/documentation, _posts/2017-08-29-release-notes-12.md", [2]string{"Документация Эвотора: заметки о выпуске 12, 29 августа 2017 года", "Evotor's documentation: release notes 12, 29 August 2017"}},
	{"api-reference", "2017–2025", "github.com/evotor/documentation-api, responses.yaml, paths.yaml", [2]string{"Справочник API Эвотора", "Evotor's API reference"}},
	{"rest-overview", "2020–2025", "developer.evotor.ru", [2]string{"Портал разработчика Эвотора: обзор REST API и вебхуков", "Evotor's developer portal: overview of the REST API and webhooks"}},
	{"java-sdk", "2017–2025", "github.com/evotor, exception/", [2]string{"Исходный код Java SDK Эвотора", "Source code of Evotor's Java SDKs"}},
	{"client-code", "2017–2025", "github.com", [2]string{"Открытый код интеграций с Эвотором", "Public code of integrations with Evotor"}},
}
