// Code generated from docs/errors by go run ./app/site/gen; DO NOT EDIT.

package catalog

// Date is the day of the last change of what the catalogue says.
const Date = "2026-11-26"

var entries = []Entry{
	{
		Name:      "2001",
		Code:      "2001",
		Status:    400,
		Published: true,
		Actors:    []Actor{"partner", "evotor"},
		Retry:     "no",
		Gate:      true,
		Sample:    "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2001}]}\n",
		Text: [2]Text{
			{
				Title:   "Синтаксическая ошибка в\u00a0запросе",
				Meaning: "Получатель не\u00a0смог разобрать тело или параметры запроса.",
				Sentences: []Line{
					{Text: "Запрос не\u00a0удалось разобрать: в\u00a0нём синтаксическая ошибка"},
				},
				Steps: []Line{
					{Text: "Разработчик сервиса: запишите в\u00a0журнал сервиса запрос до\u00a0разбора: адрес, заголовки и\u00a0тело; токены и\u00a0пароли скройте.", For: "partner"},
					{Text: "Разработчик сервиса: проверьте тело валидатором JSON. Если оно верно, ищите ошибку в\u00a0разборе: `Content-Type`, кодировка, сжатие.", For: "partner"},
					{Text: "Эвотор: если запрос испортило облако, найдите причину по\u00a0времени и\u00a0адресу вебхука.", For: "evotor"},
				},
			},
			{
				Title:   "Syntax error in the request",
				Meaning: "The receiver could not parse the body or parameters of the request.",
				Sentences: []Line{
					{Text: "The request could not be parsed: it has a syntax error"},
				},
				Steps: []Line{
					{Text: "Service developer: log the raw request in your service: URL, headers and body, with tokens and passwords removed.", For: "partner"},
					{Text: "Service developer: run the body through a JSON validator. If it is valid, check the parsing: `Content-Type`, encoding, compression.", For: "partner"},
					{Text: "Evotor: if the cloud broke the request, find it by its time and webhook URL, and fix it.", For: "evotor"},
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
		Sample:         "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2002,\"reason\":\"missing\",\"subject\":\"deviceUuid\"},{\"code\":2002,\"reason\":\"unexpected\",\"subject\":\"deviceUuid\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Нет обязательного поля или есть неизвестное",
				Meaning: "Запрос разобран, но\u00a0в\u00a0нём нет обязательного поля или есть неизвестное получателю.",
				Sentences: []Line{
					{When: "missing", Text: "В\u00a0запросе нет обязательного поля `{subject}`"},
					{When: "unexpected", Text: "В\u00a0запросе есть неизвестное поле `{subject}`"},
					{When: "missing", Text: "В\u00a0запросе нет обязательного поля"},
					{When: "unexpected", Text: "В\u00a0запросе есть неизвестное поле"},
					{Text: "Поля `{subject}` не\u00a0хватает, или оно неизвестно"},
					{Text: "В\u00a0запросе нет обязательного поля или есть неизвестное"},
				},
				Steps: []Line{
					{When: "missing", Text: "Сверьте имя поля в\u00a0схеме сервиса со\u00a0справочником API, включая регистр; необязательных полей не\u00a0требуйте.", For: "partner"},
					{When: "unexpected", Text: "Пропускайте неизвестные поля, не\u00a0отклоняя запрос.", For: "partner"},
					{Text: "Проверьте исправление тем\u00a0же запросом из\u00a0журнала: нужен ответ 200.", For: "partner"},
				},
			},
			{
				Title:   "Missing or unknown field",
				Meaning: "The request was parsed, but it lacks a required field or has one the receiver does not know.",
				Sentences: []Line{
					{When: "missing", Text: "The required field `{subject}` is missing from the request"},
					{When: "unexpected", Text: "The request has an unknown field `{subject}`"},
					{When: "missing", Text: "A required field is missing from the request"},
					{When: "unexpected", Text: "The request has an unknown field"},
					{Text: "Field `{subject}`: required but missing, or unknown"},
					{Text: "The request lacks a required field or has an unknown one"},
				},
				Steps: []Line{
					{When: "missing", Text: "Check the field name in your schema against the API reference, including letter case; do not require optional fields.", For: "partner"},
					{When: "unexpected", Text: "Ignore unknown fields instead of rejecting the request.", For: "partner"},
					{Text: "Test the fix with the same request from the log: it should return 200.", For: "partner"},
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
		Sample:    "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2003,\"reason\":\"incorrect\",\"subject\":\"deviceUuid\",\"value\":\"null\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Недопустимое значение параметра",
				Meaning: "Запрос разобран, но\u00a0одно из\u00a0значений не\u00a0прошло проверку получателя.",
				Sentences: []Line{
					{Text: "Поле `{subject}`: значение `{value}` недопустимо"},
					{Text: "Поле `{subject}`: значение недопустимо"},
					{Text: "Значение `{value}` недопустимо"},
					{Text: "Одно из\u00a0значений в\u00a0запросе недопустимо"},
				},
				Steps: []Line{
					{Text: "Разработчик сервиса: найдите запрос в\u00a0журнале сервиса и\u00a0сверьте значение со\u00a0справочником API: тип, `null`, формат.", For: "partner"},
					{Text: "Разработчик сервиса: сравнивайте идентификаторы без учёта регистра букв.", For: "partner"},
					{Text: "Владелец кассы: если в\u00a0товаре или документе ошибка, исправьте её\u00a0на\u00a0терминале или в\u00a0личном кабинете.", For: "merchant"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "Сервис [название сервиса] не\u00a0принимает данные с\u00a0кассы [название кассы]: возможно, в\u00a0товаре или документе ошибка."},
					},
					Do: []Line{
						{Text: "Спросите поддержку [название сервиса], какое значение не\u00a0подошло; назовите кассу и\u00a0время операции."},
						{Text: "Если ошибка в\u00a0товаре или документе, исправьте её\u00a0на\u00a0кассе или в\u00a0личном кабинете Эвотора."},
					},
				},
			},
			{
				Title:   "Invalid parameter value",
				Meaning: "The request was parsed, but one of its values failed the receiver’s check.",
				Sentences: []Line{
					{Text: "Field `{subject}`: the value `{value}` is invalid"},
					{Text: "Field `{subject}`: the value is invalid"},
					{Text: "The value `{value}` is invalid"},
					{Text: "One of the values in the request is invalid"},
				},
				Steps: []Line{
					{Text: "Service developer: find the request in the service’s log and check the value against the API reference: type, `null`, format.", For: "partner"},
					{Text: "Service developer: ignore letter case when comparing IDs.", For: "partner"},
					{Text: "Merchant: if a product or document has a mistake, correct it on the terminal or in the Evotor account.", For: "merchant"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "[name of the service] does not accept data from the terminal [name of the terminal]: a product or document may contain a mistake."},
					},
					Do: []Line{
						{Text: "Ask [name of the service] support which value is invalid; give them the terminal and the time of the operation."},
						{Text: "If a product or document contains a mistake, correct it on the terminal or in your Evotor account."},
					},
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
		Sample:    "HTTP/1.1 400 Bad Request\n\n{\"value\":\"line 1, column 161\",\"code\":\"invalid_format\",\"message\":\"invalid value format for field\",\"violations\":[{\"reason\":\"недейсвительное значение\",\"subject\":\"allow_to_sell\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверный формат поля",
				Meaning: "Облако не\u00a0смогло прочитать поле запроса. В\u00a0`value` бывает не\u00a0значение поля, а\u00a0его место в\u00a0теле: `line 1, column 161`.",
				Sentences: []Line{
					{Text: "Поле `{subject}`: неверный формат (`{value}`)"},
					{Text: "Поле `{subject}`: неверный формат"},
					{Text: "Облако не\u00a0смогло прочитать запрос (`{value}`)"},
					{Text: "Облако не\u00a0смогло прочитать поле запроса"},
				},
				Steps: []Line{
					{Text: "Найдите в\u00a0отправленном теле поле из\u00a0`violations` или место из\u00a0`value`.", For: "partner"},
					{Text: "Исправьте тип или формат значения. Тело собирайте библиотекой JSON.", For: "partner"},
				},
				Retry: "Без исправлений не\u00a0повторять",
			},
			{
				Title:   "Invalid field format",
				Meaning: "The cloud could not read a field of the request. `value` may be a place in the body, `line 1, column 161`, not the value.",
				Sentences: []Line{
					{Text: "Field `{subject}` has an invalid format (`{value}`)"},
					{Text: "Field `{subject}` has an invalid format"},
					{Text: "The cloud could not read the request (`{value}`)"},
					{Text: "The cloud could not read a field of the request"},
				},
				Steps: []Line{
					{Text: "In the body you sent, find the field from `violations` or the place from `value`.", For: "partner"},
					{Text: "Correct the type or format. Build the body with a JSON library.", For: "partner"},
				},
				Retry: "Do not retry unchanged",
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
		Sample:    "HTTP/1.1 400 Bad Request\n\n{\"code\":\"validation_failed\",\"message\":\"validation failed for specified payload\",\"violations\":[{\"reason\":\"размер должен находиться в диапазоне от 0 до 160\",\"subject\":\"name\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Ошибка проверки данных",
				Meaning: "Облако разобрало запрос, но\u00a0одно из\u00a0полей нарушает правило. Поле и\u00a0правило названы в\u00a0`violations`.",
				Sentences: []Line{
					{Text: "Поле `{subject}` не\u00a0прошло проверку облака: `{reason}`"},
					{Text: "Поле `{subject}` не\u00a0прошло проверку облака"},
					{Text: "Облако отклонило данные: `{reason}`"},
					{Text: "Данные не\u00a0прошли проверку облака"},
				},
				Steps: []Line{
					{Text: "Исправьте поле из\u00a0`violations`: `subject`\u00a0— его имя, `reason`\u00a0— правило.", For: "partner"},
					{Text: "В\u00a0пакетной задаче исправьте объекты из\u00a0`details` и\u00a0отправьте снова только их.", For: "partner"},
					{Text: "Проверяйте эти правила до\u00a0отправки в\u00a0облако.", For: "partner"},
				},
				Retry: "Без исправлений не\u00a0повторять",
			},
			{
				Title:   "Validation failed",
				Meaning: "The cloud parsed the request, but a field breaks a rule. `violations` names the field and the rule.",
				Sentences: []Line{
					{Text: "Field `{subject}` failed the cloud’s validation: `{reason}`"},
					{Text: "Field `{subject}` failed the cloud’s validation"},
					{Text: "The cloud rejected the data: `{reason}`"},
					{Text: "The data failed the cloud’s validation"},
				},
				Steps: []Line{
					{Text: "Correct the field: in `violations`, `subject` is its name, `reason` the rule.", For: "partner"},
					{Text: "In a bulk task, correct the objects in `details` and resend only those.", For: "partner"},
					{Text: "Check these rules before you send data to the cloud.", For: "partner"},
				},
				Retry: "Do not retry unchanged",
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
		Gate:      true,
		Secret:    true,
		Sample:    "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1001}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверный токен облака Эвотор",
				Meaning: "Данные авторизации не\u00a0приняты: в\u00a0вебхуке это, вопреки названию, токен приложения.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Ваш сервис не\u00a0принял токен приложения, который предъявило облако"},
					{When: "from-cloud", Text: "Облако не\u00a0приняло токен облака, который предъявил ваш сервис"},
					{Text: "Токен не\u00a0принят"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Сверьте токен и\u00a0схему: dev.evotor.ru → приложение → вкладка «Интеграция» → этот вебхук.", For: "partner"},
					{When: "to-cloud", Text: "Проверьте, что прокси передаёт сервису заголовок `Authorization`.", For: "partner"},
					{When: "from-cloud", Text: "Возьмите токен облака этого пользователя из\u00a0`user/token`.", For: "partner"},
					{When: "from-cloud", Text: "Передайте токен в\u00a0`X-Authorization`, в\u00a0API v2\u00a0— в\u00a0`Authorization: Bearer`.", For: "partner"},
				},
			},
			{
				Title:   "Invalid Evotor Cloud token",
				Meaning: "The authorisation data was rejected. In a webhook, despite the name, that is the application token.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Your service rejected the application token the cloud sent"},
					{When: "from-cloud", Text: "The cloud rejected the cloud token your service sent"},
					{Text: "The request’s token was rejected"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Check the token and scheme: dev.evotor.ru → application → `Интеграция` tab → this webhook.", For: "partner"},
					{When: "to-cloud", Text: "Make sure the proxy passes `Authorization` to the service.", For: "partner"},
					{When: "from-cloud", Text: "Use this user’s cloud token from `user/token`.", For: "partner"},
					{When: "from-cloud", Text: "Send it in `X-Authorization`; for API v2, in `Authorization: Bearer`.", For: "partner"},
				},
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
		Gate:      true,
		Secret:    true,
		Sample:    "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1002}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверный токен пользователя",
				Meaning: "Запрос пришёл с\u00a0неверным токеном пользователя.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Облако не\u00a0приняло токен от\u00a0вашего сервиса"},
					{Text: "Токен пользователя неверен: сервису он\u00a0неизвестен"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Разработчик сервиса: сравните токен из\u00a0`Authorization` с\u00a0последним, выданным пользователю.", For: "partner"},
					{When: "to-cloud", Text: "Разработчик сервиса: выпускайте токены до\u00a0128\u00a0символов из\u00a0`[a-zA-Z0-9_=-]` и\u00a0храните их\u00a0до\u00a0нового входа.", For: "partner"},
					{When: "from-cloud", Text: "Разработчик сервиса: проверьте токен облака в\u00a0`X-Authorization`.", For: "partner"},
					{Text: "Владелец кассы: войдите в\u00a0сервис ещё раз или переустановите приложение: личный кабинет → «Мои приложения».", For: "merchant"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "Связь между [название сервиса] и\u00a0кассой прервалась, данные не\u00a0передаются."},
					},
					Do: []Line{
						{Text: "Войдите в\u00a0[название сервиса] ещё раз."},
						{Text: "Если войти не\u00a0предлагают, удалите приложение в\u00a0личном кабинете Эвотора, в\u00a0разделе «Мои приложения», и\u00a0установите снова: до\u00a0конца оплаченного срока это бесплатно."},
						{Text: "При установке выберите «У\u00a0меня уже есть учётная запись»."},
					},
				},
			},
			{
				Title:   "Invalid user token",
				Meaning: "The user token in the request is invalid.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The cloud rejected your service’s token"},
					{Text: "The service does not recognise the user token"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Service developer: compare the token in `Authorization` with the last one issued to this user.", For: "partner"},
					{When: "to-cloud", Text: "Service developer: issue tokens of up to 128\u00a0characters from `[a-zA-Z0-9_=-]`; keep them until the next login.", For: "partner"},
					{When: "from-cloud", Text: "Service developer: check the cloud token in `X-Authorization`.", For: "partner"},
					{Text: "Merchant: log in to the service again, or reinstall the application: Evotor account → My applications.", For: "merchant"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "[name of the service] has lost its connection to your terminal: no data is sent."},
					},
					Do: []Line{
						{Text: "Log in to [name of the service] again."},
						{Text: "If it does not offer a login, remove the application under “My applications” in your Evotor account and install it again: this is free until the paid period ends."},
						{Text: "When installing, choose “I already have an account”."},
					},
				},
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
		Gate:      true,
		Secret:    true,
		Sample:    "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1003}]}\n",
		Text: [2]Text{
			{
				Title:   "Срок действия токена пользователя истёк",
				Meaning: "Токен пользователя известен, но\u00a0его срок истёк.",
				Sentences: []Line{
					{Text: "Срок действия токена пользователя истёк"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Разработчик сервиса: продлите токен в\u00a0базе сервиса: облако шлёт его до\u00a0нового входа.", For: "partner"},
					{When: "from-cloud", Text: "Разработчик сервиса: возьмите токен облака из\u00a0последнего `user/token`.", For: "partner"},
					{Text: "Владелец кассы: войдите в\u00a0сервис ещё раз, если попросит разработчик.", For: "merchant"},
					{When: "to-cloud", Text: "Разработчик сервиса: впредь выдавайте токены без срока.", For: "partner"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "Связь между [название сервиса] и\u00a0кассой прервалась, данные не\u00a0передаются."},
					},
					Do: []Line{
						{Text: "Войдите в\u00a0[название сервиса] ещё раз."},
						{Text: "Если войти не\u00a0предлагают, удалите приложение в\u00a0личном кабинете Эвотора, в\u00a0разделе «Мои приложения», и\u00a0установите снова: до\u00a0конца оплаченного срока это бесплатно."},
						{Text: "При установке выберите «У\u00a0меня уже есть учётная запись»."},
					},
				},
			},
			{
				Title:   "User token expired",
				Meaning: "The user token is known but has expired.",
				Sentences: []Line{
					{Text: "The user token has expired"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Service developer: extend the token in your database: the cloud keeps sending it.", For: "partner"},
					{When: "from-cloud", Text: "Service developer: use the latest token from `user/token`.", For: "partner"},
					{Text: "Merchant: log in to the service again if its developer asks.", For: "merchant"},
					{When: "to-cloud", Text: "Service developer: issue non-expiring tokens.", For: "partner"},
				},
				Merchant: Message{
					What: []Line{
						{Text: "[name of the service] has lost its connection to your terminal: no data is sent."},
					},
					Do: []Line{
						{Text: "Log in to [name of the service] again."},
						{Text: "If it does not offer a login, remove the application under “My applications” in your Evotor account and install it again: this is free until the paid period ends."},
						{Text: "When installing, choose “I already have an account”."},
					},
				},
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
		Gate:      true,
		Secret:    true,
		Sample:    "HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1006}]}\n",
		Text: [2]Text{
			{
				Title:   "Неверные данные для входа в\u00a0сервис",
				Meaning: "При входе в\u00a0сервис пользователь указал неверные данные.",
				Sentences: []Line{
					{Text: "Логин или пароль для входа в\u00a0сервис неверны"},
				},
				Steps: []Line{
					{Text: "Введите логин и\u00a0пароль от\u00a0сервиса, а\u00a0не\u00a0от\u00a0личного кабинета Эвотора.", For: "merchant"},
					{Text: "Если пароль забыт, восстановите его на\u00a0сайте сервиса и\u00a0войдите снова.", For: "merchant"},
				},
				Retry: "Повторить с\u00a0верными данными",
				Merchant: Message{
					What: []Line{
						{Text: "Войти в\u00a0сервис [название сервиса] не\u00a0удалось: не\u00a0подошёл логин или пароль."},
					},
					Do: []Line{
						{Text: "В\u00a0личном кабинете Эвотора введите логин и\u00a0пароль от\u00a0этого сервиса, а\u00a0не\u00a0от\u00a0Эвотора."},
						{Text: "Если пароль забыт, восстановите его на\u00a0сайте сервиса и\u00a0войдите снова."},
						{Text: "Если учётной записи в\u00a0сервисе ещё нет, выберите регистрацию."},
					},
				},
			},
			{
				Title:   "Invalid login or password",
				Meaning: "The user entered an invalid login or password for the service.",
				Sentences: []Line{
					{Text: "The login or password for the service is invalid"},
				},
				Steps: []Line{
					{Text: "Enter the login and password for the service, not for the Evotor account.", For: "merchant"},
					{Text: "If you forgot the password, reset it on the service’s site and log in again.", For: "merchant"},
				},
				Retry: "Retry with valid details",
				Merchant: Message{
					What: []Line{
						{Text: "You could not log in to [name of the service]: the login or password did not match."},
					},
					Do: []Line{
						{Text: "In your Evotor account, enter the login and password for this service, not those for Evotor."},
						{Text: "If you forgot the password, reset it on the service’s site and log in again."},
						{Text: "If you do not have an account with the service yet, choose to register."},
					},
				},
			},
		},
	},
	{
		Name:      "http-401",
		Status:    401,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 401 Unauthorized\n",
		Text: [2]Text{
			{
				Title:   "Запрос не\u00a0авторизован",
				Meaning: "Запрос отклонён: авторизация не\u00a0удалась.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Облако не\u00a0авторизовало ваше приложение"},
					{When: "to-cloud", Text: "Ваш сервис не\u00a0авторизовал запрос облака и\u00a0ответил без кода"},
					{Text: "Запрос не\u00a0авторизован"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Возьмите токен облака этого пользователя из\u00a0`user/token` или обновите токен OAuth: он\u00a0живёт `expires_in` секунд.", For: "partner"},
					{When: "from-cloud", Text: "Передайте токен в\u00a0`X-Authorization` (v1) или `Authorization: Bearer` (v2).", For: "partner"},
					{When: "to-cloud", Text: "Отвечайте с\u00a0кодом: 1001 (токен приложения), 1002 или 1003 (токен пользователя).", For: "partner"},
				},
			},
			{
				Title:   "Request not authorised",
				Meaning: "The request was rejected: authorisation failed.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The cloud did not authorise your application"},
					{When: "to-cloud", Text: "Your service did not authorise the cloud and sent no code"},
					{Text: "The request is not authorised"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Use this user’s cloud token from `user/token`, or renew the OAuth token: it lasts `expires_in` seconds.", For: "partner"},
					{When: "from-cloud", Text: "Send the token in `X-Authorization` (v1) or `Authorization: Bearer` (v2).", For: "partner"},
					{When: "to-cloud", Text: "Send a code: 1001 (application token), 1002 or 1003 (user token).", For: "partner"},
				},
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
		Sample:    "HTTP/1.1 402 Payment Required\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1004,\"reason\":\"payment required\",\"subject\":\"userUuid\",\"value\":\"01-000000000015463\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Подписка истекла, нужна оплата",
				Meaning: "Подписка пользователя на\u00a0сервис истекла. Плату берёт Эвотор или сервис.",
				Sentences: []Line{
					{Text: "Подписка пользователя `{value}` истекла, нужна оплата"},
					{Text: "Подписка пользователя истекла, нужна оплата"},
				},
				Steps: []Line{
					{Text: "Владелец кассы: пополните карту или счёт в\u00a0Эвоторе. Если приложения уже нет в\u00a0разделе «Мои приложения», установите его заново.", For: "merchant"},
					{Text: "Владелец кассы: если платите самому сервису, продлите подписку у\u00a0него.", For: "merchant"},
					{Text: "Разработчик сервиса: если оплата прошла, проверьте `hasBilling` и\u00a0события `subscription/event`.", For: "partner"},
				},
				Retry: "Повторить после оплаты",
				Merchant: Message{
					What: []Line{
						{Text: "Подписка на\u00a0сервис [название сервиса] закончилась, поэтому он\u00a0не\u00a0принимает данные с\u00a0кассы."},
					},
					Do: []Line{
						{Text: "Пополните карту или счёт, с\u00a0которых платите в\u00a0Эвоторе."},
						{Text: "Если в\u00a0личном кабинете Эвотора, в\u00a0разделе «Мои приложения», сервиса уже нет, установите его заново."},
						{Text: "Если платите сервису напрямую, продлите подписку у\u00a0него."},
					},
				},
			},
			{
				Title:   "Subscription expired, payment required",
				Meaning: "The user’s subscription to the service has expired. Either Evotor or the service bills for it.",
				Sentences: []Line{
					{Text: "The subscription of user `{value}` has expired; payment is required"},
					{Text: "The user’s subscription has expired; payment is required"},
				},
				Steps: []Line{
					{Text: "Merchant: top up the card or Evotor balance. If the application is gone from the Evotor account, install it again.", For: "merchant"},
					{Text: "Merchant: if you pay the service itself, renew the subscription there.", For: "merchant"},
					{Text: "Service developer: if it is paid for, check `hasBilling` and the `subscription/event` events.", For: "partner"},
				},
				Retry: "Retry after payment",
				Merchant: Message{
					What: []Line{
						{Text: "Your subscription to [name of the service] has ended, so it no longer accepts data from the terminal."},
					},
					Do: []Line{
						{Text: "Top up the card or balance you use to pay in Evotor."},
						{Text: "If the service is no longer under “My applications” in your Evotor account, install it again."},
						{Text: "If you pay the service directly, renew your subscription there."},
					},
				},
			},
		},
	},
	{
		Name:      "http-402",
		Status:    402,
		Published: true,
		Actors:    []Actor{"merchant"},
		Retry:     "after-fix",
		Sample:    "HTTP/1.1 402 Payment Required\n",
		Text: [2]Text{
			{
				Title:   "Приложение не\u00a0установлено или не\u00a0оплачено",
				Meaning: "Облако отвечает 402, если приложение установлено не\u00a0на\u00a0всех терминалах магазина, а\u00a0сервис\u00a0— если подписка истекла: тогда нужен код 1004.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Приложение установлено не\u00a0на\u00a0всех терминалах магазина"},
					{When: "to-cloud", Text: "Подписка не\u00a0оплачена, но\u00a0кода 1004 в\u00a0ответе нет"},
					{Text: "Приложение установлено не\u00a0на\u00a0всех терминалах или не\u00a0оплачено"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Отметьте все терминалы магазина: личный кабинет Эвотора → «Мои приложения» → приложение → «Установка / удаление».", For: "merchant"},
					{When: "to-cloud", Text: "Проверьте, оплачена\u00a0ли подписка на\u00a0сервис.", For: "merchant"},
				},
				Retry: "Повторить после установки или оплаты",
				Merchant: Message{
					What: []Line{
						{When: "from-cloud", Text: "Приложение [название сервиса] стоит не\u00a0на\u00a0всех кассах."},
						{When: "to-cloud", Text: "Подписка на\u00a0[название сервиса] не\u00a0оплачена."},
						{Text: "Приложение [название сервиса] не\u00a0установлено или не\u00a0оплачено."},
					},
					Do: []Line{
						{When: "from-cloud", Text: "Отметьте все кассы: личный кабинет Эвотора → «Мои приложения» → [название сервиса] → «Установка / удаление»."},
						{When: "to-cloud", Text: "Оплатите подписку."},
					},
				},
			},
			{
				Title:   "Application not installed or not paid for",
				Meaning: "The cloud returns 402 if the application is not on every terminal of the store; a service returns it, with code 1004, if the subscription has expired.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The application is not installed on every terminal of the store"},
					{When: "to-cloud", Text: "The subscription is not paid for, but the response lacks code 1004"},
					{Text: "The application is not on every terminal, or is not paid for"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Select all terminals of the store: Evotor account → My applications → the application → Install / remove.", For: "merchant"},
					{When: "to-cloud", Text: "Check that the subscription to the service is paid for.", For: "merchant"},
				},
				Retry: "Retry after installation or payment",
				Merchant: Message{
					What: []Line{
						{When: "from-cloud", Text: "[name of the service] is not on all your terminals."},
						{When: "to-cloud", Text: "The subscription to [name of the service] is unpaid."},
						{Text: "[name of the service] is not installed or not paid for."},
					},
					Do: []Line{
						{When: "from-cloud", Text: "Select all terminals: Evotor account → My applications → [name of the service] → Install / remove."},
						{When: "to-cloud", Text: "Pay for the subscription."},
					},
				},
			},
		},
	},
	{
		Name:      "http-403",
		Status:    403,
		Published: true,
		Actors:    []Actor{"partner", "merchant"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 403 Forbidden\n",
		Text: [2]Text{
			{
				Title:   "Нет доступа",
				Meaning: "Прав на\u00a0это действие у\u00a0отправителя нет.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Облако не\u00a0разрешило приложению это действие"},
					{When: "to-cloud", Text: "Сервис или прокси перед ним не\u00a0пропустил облако"},
					{Text: "Доступ запрещён"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Разработчик сервиса: сверьте с\u00a0запросом разрешения приложения (`scope`).", For: "partner"},
					{When: "from-cloud", Text: "Владелец кассы: установите приложение в\u00a0личном кабинете Эвотора и\u00a0подтвердите доступ.", For: "merchant"},
					{When: "to-cloud", Text: "Разработчик сервиса: пропустите облако через прокси и\u00a0межсетевой экран.", For: "partner"},
				},
				Retry: "Повторить, когда доступ открыт",
				Merchant: Message{
					What: []Line{
						{Text: "Сервис [название сервиса] и\u00a0Эвотор не\u00a0могут обменяться данными: доступ закрыт."},
					},
					Do: []Line{
						{When: "from-cloud", Text: "Проверьте, есть\u00a0ли сервис в\u00a0личном кабинете Эвотора, в\u00a0разделе «Мои приложения». Если его нет, установите."},
						{When: "from-cloud", Text: "Если сервис попросит доступ к\u00a0данным, подтвердите его."},
					},
				},
			},
			{
				Title:   "Access denied",
				Meaning: "The sender has no permission to do this.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The cloud did not allow the application to do this"},
					{When: "to-cloud", Text: "The service, or a proxy in front of it, blocked the cloud"},
					{Text: "Access is denied"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Service developer: check the application’s permissions (`scope`).", For: "partner"},
					{When: "from-cloud", Text: "Merchant: install the application in the Evotor account and approve access.", For: "merchant"},
					{When: "to-cloud", Text: "Service developer: let the cloud through the proxy and firewall.", For: "partner"},
				},
				Retry: "Retry once access is granted",
				Merchant: Message{
					What: []Line{
						{Text: "[name of the service] and Evotor cannot exchange data: access is denied."},
					},
					Do: []Line{
						{When: "from-cloud", Text: "Check that the service is under “My applications” in your Evotor account. If it is not, install it."},
						{When: "from-cloud", Text: "If the service asks for access to your data, approve it."},
					},
				},
			},
		},
	},
	{
		Name:      "http-404",
		Status:    404,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{}\n",
		Text: [2]Text{
			{
				Title:   "Указанный ресурс не\u00a0найден",
				Meaning: "Нет такого адреса или запрошенного объекта. Кода у\u00a0ошибки нет.",
				Sentences: []Line{
					{When: "to-cloud", Text: "У\u00a0сервиса нет такого адреса или объекта"},
					{When: "from-cloud", Text: "В\u00a0облаке нет такого адреса или объекта"},
					{Text: "Адрес или объект не\u00a0найден"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Сверьте адрес запроса с\u00a0вкладкой «Интеграция» в\u00a0кабинете разработчика, до\u00a0последнего символа.", For: "partner"},
					{When: "to-cloud", Text: "Если он\u00a0верен, поищите в\u00a0сервисе пользователя, магазин или товар из\u00a0запроса.", For: "partner"},
					{When: "from-cloud", Text: "Проверьте путь и\u00a0идентификаторы в\u00a0запросе к\u00a0облаку.", For: "partner"},
				},
				Retry: "Повторить с\u00a0верным адресом",
			},
			{
				Title:   "Resource not found",
				Meaning: "The URL or the requested object does not exist. This error has no code.",
				Sentences: []Line{
					{When: "to-cloud", Text: "The service has no such URL or object"},
					{When: "from-cloud", Text: "The cloud has no such URL or object"},
					{Text: "URL or object not found"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Check the URL against the `Интеграция` (Integration) tab of the developer account, to the last character.", For: "partner"},
					{When: "to-cloud", Text: "If it is right, look for the user, store or product in the service.", For: "partner"},
					{When: "from-cloud", Text: "Check the path and IDs in the request to the cloud.", For: "partner"},
				},
				Retry: "Retry with the right URL",
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
		Sample:    "HTTP/1.1 405 Method Not Allowed\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1005,\"reason\":\"not allowed\",\"subject\":\"deviceUuid\",\"value\":\"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Терминал не\u00a0активен в\u00a0подписке",
				Meaning: "Подписка действует, но\u00a0не\u00a0для этого терминала. Его нужно активировать.",
				Sentences: []Line{
					{Text: "Терминал `{value}` не\u00a0активен в\u00a0подписке"},
					{Text: "Терминал не\u00a0активен в\u00a0подписке"},
				},
				Steps: []Line{
					{Text: "Отметьте терминал: личный кабинет Эвотора → «Мои приложения» → приложение → «Установка / удаление».", For: "merchant"},
					{Text: "Если он\u00a0отмечен, активируйте его в\u00a0самом сервисе.", For: "merchant"},
				},
				Retry: "Повторить после активации",
				Merchant: Message{
					What: []Line{
						{Text: "Подписка на\u00a0сервис [название сервиса] действует, но\u00a0касса [название кассы] к\u00a0нему не\u00a0подключена."},
					},
					Do: []Line{
						{Text: "Откройте личный кабинет Эвотора → «Мои приложения» → [название сервиса] → «Установка / удаление»."},
						{Text: "Отметьте кассу и\u00a0нажмите «Применить»."},
						{Text: "Если касса уже отмечена, подключите её\u00a0в\u00a0самом сервисе."},
					},
				},
			},
			{
				Title:   "Terminal not active in the subscription",
				Meaning: "The subscription is valid but does not cover this terminal: activate it.",
				Sentences: []Line{
					{Text: "Terminal `{value}` is not active in the subscription"},
					{Text: "The terminal is not active in the subscription"},
				},
				Steps: []Line{
					{Text: "Select the terminal: Evotor account → My applications → the application → Install / remove.", For: "merchant"},
					{Text: "If it is already selected, activate it in the service.", For: "merchant"},
				},
				Retry: "Retry after activation",
				Merchant: Message{
					What: []Line{
						{Text: "Your subscription to [name of the service] is valid, but the terminal [name of the terminal] is not connected to it."},
					},
					Do: []Line{
						{Text: "In your Evotor account, open My applications → [name of the service] → Install / remove."},
						{Text: "Select the terminal and press “Apply”."},
						{Text: "If it is already selected, connect it in the service itself."},
					},
				},
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
		Sample:    "HTTP/1.1 405 Method Not Allowed\nContent-Type: application/json\n\n{\"errors\":[{\"code\":1007,\"reason\":\"license overhead\",\"subject\":\"deviceUuid\",\"value\":\"93a9bfa3-7353-490d-aa54-8c6efe9d8a8f\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Не\u00a0хватает лицензий на\u00a0терминалы",
				Meaning: "Лицензий в\u00a0тарифе не\u00a0хватает, чтобы активировать ещё один терминал.",
				Sentences: []Line{
					{Text: "Терминал `{value}` нельзя активировать: не\u00a0хватает лицензий"},
					{Text: "Терминал нельзя активировать: не\u00a0хватает лицензий"},
				},
				Steps: []Line{
					{Text: "Отключите ненужный терминал на\u00a0вкладке «Установка / удаление» приложения или оплатите ещё один.", For: "merchant"},
					{Text: "Затем отметьте нужный.", For: "merchant"},
				},
				Retry: "Повторить, когда лицензий хватит",
				Merchant: Message{
					What: []Line{
						{Text: "Касса [название кассы] не\u00a0подключается к\u00a0сервису [название сервиса]: оплачено меньше касс, чем нужно."},
					},
					Do: []Line{
						{Text: "Откройте личный кабинет Эвотора → «Мои приложения» → [название сервиса] → «Установка / удаление»."},
						{Text: "Снимите отметку с\u00a0ненужной кассы или оплатите ещё одну."},
						{Text: "Отметьте нужную кассу и\u00a0нажмите «Применить»."},
					},
				},
			},
			{
				Title:   "Not enough terminal licences",
				Meaning: "The plan has too few licences to activate another terminal.",
				Sentences: []Line{
					{Text: "Terminal `{value}` cannot be activated: too few licences"},
					{Text: "The terminal cannot be activated: too few licences"},
				},
				Steps: []Line{
					{Text: "Deselect unused terminals on the Install / remove tab, or pay for more.", For: "merchant"},
					{Text: "Then activate the one you need.", For: "merchant"},
				},
				Retry: "Retry once there are enough licences",
				Merchant: Message{
					What: []Line{
						{Text: "The terminal [name of the terminal] cannot be connected to [name of the service]: too few terminals are paid for."},
					},
					Do: []Line{
						{Text: "In your Evotor account, open My applications → [name of the service] → Install / remove."},
						{Text: "Deselect a terminal that you do not use, or pay for one more."},
						{Text: "Select the terminal that you need and press “Apply”."},
					},
				},
			},
		},
	},
	{
		Name:      "http-405",
		Status:    405,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 405 Method Not Allowed\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Метод не\u00a0поддерживается",
				Meaning: "Статус 405 означает одно из\u00a0двух: без кода это, скорее всего, неверный метод HTTP, а\u00a0с\u00a0кодом 1005 или 1007 дело в\u00a0терминале и\u00a0лицензиях.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Сервис не\u00a0принимает этот метод: многие вебхуки облако шлёт методом `PUT`"},
					{When: "from-cloud", Text: "Облако не\u00a0принимает запрос этим методом"},
					{Text: "Метод запроса не\u00a0поддерживается"},
				},
				Steps: []Line{
					{Text: "Сравните метод запроса с\u00a0тем, который указан для этого адреса в\u00a0справочнике API.", For: "partner"},
					{When: "to-cloud", Text: "Разрешите `PUT` на\u00a0адресах документов, терминалов, сотрудников и\u00a0магазинов.", For: "partner"},
					{When: "to-cloud", Text: "Если дело в\u00a0лицензии терминала, отвечайте с\u00a0кодом 1005.", For: "partner"},
				},
				Retry: "Повторить с\u00a0верным методом",
			},
			{
				Title:   "Method not supported",
				Meaning: "Status 405 means one of two things: without a code it is most likely a wrong HTTP method; with code 1005 or 1007 it is about the terminal and licences.",
				Sentences: []Line{
					{When: "to-cloud", Text: "The service does not accept this method: the cloud sends many webhooks with `PUT`"},
					{When: "from-cloud", Text: "The cloud does not accept a request with this method"},
					{Text: "The request method is not supported"},
				},
				Steps: []Line{
					{Text: "Compare the request method with the one the API reference gives for this URL.", For: "partner"},
					{When: "to-cloud", Text: "Accept `PUT` at the URLs for documents, terminals, employees and stores.", For: "partner"},
					{When: "to-cloud", Text: "If the terminal’s licence is the reason, return code 1005.", For: "partner"},
				},
				Retry: "Retry with the right method",
			},
		},
	},
	{
		Name:      "http-406",
		Status:    406,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 406 Not Acceptable\n",
		Text: [2]Text{
			{
				Title:   "Неприемлемый формат ответа",
				Meaning: "Запрос просит ответ в\u00a0формате, которого облако не\u00a0выдаёт. Дело в\u00a0заголовке `Accept`.",
				Sentences: []Line{
					{Text: "Облако не\u00a0выдаёт ответ в\u00a0формате из\u00a0заголовка `Accept`"},
				},
				Steps: []Line{
					{Text: "Задайте `Accept: application/vnd.evotor.v2+json`, в\u00a0пакетных запросах тоже.", For: "partner"},
					{Text: "Сверьте отправленные заголовки: `curl -v`.", For: "partner"},
				},
				Retry: "Повторить с\u00a0верным `Accept`",
			},
			{
				Title:   "Unacceptable response format",
				Meaning: "The request asks for a format that the cloud does not provide. The cause is the `Accept` header.",
				Sentences: []Line{
					{Text: "The cloud does not provide the format in the `Accept` header"},
				},
				Steps: []Line{
					{Text: "Set `Accept: application/vnd.evotor.v2+json`, in bulk requests too.", For: "partner"},
					{Text: "Check the headers sent: `curl -v`.", For: "partner"},
				},
				Retry: "Retry with the right `Accept`",
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
		Sample:    "HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2004}]}\n",
		Text: [2]Text{
			{
				Title:   "Учётная запись уже связана",
				Meaning: "Учётную запись сервиса нельзя связать с\u00a0пользователем Эвотора: у\u00a0него уже есть другая запись или у\u00a0неё\u00a0— другой пользователь.",
				Sentences: []Line{
					{Text: "У\u00a0учётной записи сервиса или пользователя Эвотора уже есть другая связь"},
				},
				Steps: []Line{
					{Text: "Владелец кассы: войдите в\u00a0сервис под учётной записью, которую подключали раньше.", For: "merchant"},
					{Text: "Владелец кассы: если её\u00a0подключали из\u00a0другого личного кабинета Эвотора, войдите в\u00a0него или попросите поддержку сервиса снять связь.", For: "merchant"},
					{Text: "Разработчик сервиса: найдите связь по\u00a0`userId` и\u00a0снимите её, убедившись, что об\u00a0этом просит владелец кассы.", For: "partner"},
				},
				Retry: "Повторять нет смысла, пока связь не\u00a0снята",
				Merchant: Message{
					What: []Line{
						{Text: "Сервис [название сервиса] не\u00a0подключился: у\u00a0вас уже есть другое подключение к\u00a0нему."},
					},
					Do: []Line{
						{Text: "Войдите в\u00a0сервис под учётной записью, которую подключали раньше."},
						{Text: "Если её\u00a0подключали из\u00a0другого личного кабинета Эвотора, подключите сервис оттуда."},
						{Text: "Если не\u00a0выходит, попросите поддержку сервиса снять старую связь и\u00a0назовите свой логин."},
					},
				},
			},
			{
				Title:   "Account already linked",
				Meaning: "The service cannot link its account to the Evotor user: the user is linked to another account, or the account to another user.",
				Sentences: []Line{
					{Text: "The Evotor user or the service account is already linked elsewhere"},
				},
				Steps: []Line{
					{Text: "Merchant: log in to the service with the account that was connected before.", For: "merchant"},
					{Text: "Merchant: if it was connected from another Evotor account, log in there or ask the service’s support to unlink it.", For: "merchant"},
					{Text: "Service developer: find the link by `userId` and remove it once you have confirmed that its owner is asking.", For: "partner"},
				},
				Retry: "Do not retry until unlinked",
				Merchant: Message{
					What: []Line{
						{Text: "[name of the service] was not connected: you already have another connection to it."},
					},
					Do: []Line{
						{Text: "Log in to the service with the account that was connected before."},
						{Text: "If it was connected from another Evotor account, connect the service from there."},
						{Text: "If that does not work, ask the service’s support to remove the old link, and give them your login."},
					},
				},
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
		Sample:    "HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{\"errors\":[{\"code\":2005}]}\n",
		Text: [2]Text{
			{
				Title:   "Учётная запись уже существует",
				Meaning: "Зарегистрировать пользователя нельзя: в\u00a0сервисе уже есть учётная запись с\u00a0этими данными.",
				Sentences: []Line{
					{Text: "В\u00a0сервисе уже есть учётная запись с\u00a0этими данными"},
				},
				Steps: []Line{
					{Text: "Владелец кассы: при установке приложения выберите «У\u00a0меня уже есть учётная запись» и\u00a0войдите.", For: "merchant"},
					{Text: "Владелец кассы: если пароль забыт, восстановите его на\u00a0сайте сервиса.", For: "merchant"},
					{Text: "Разработчик сервиса: на\u00a0повтор `user/create` с\u00a0тем\u00a0же\u00a0`userId` отвечайте 200\u00a0с\u00a0тем\u00a0же токеном.", For: "partner"},
				},
				Retry: "Повторять нет смысла: нужен вход",
				Merchant: Message{
					What: []Line{
						{Text: "В\u00a0сервисе [название сервиса] у\u00a0вас уже есть учётная запись, поэтому новая не\u00a0создана."},
					},
					Do: []Line{
						{Text: "При установке приложения выберите «У\u00a0меня уже есть учётная запись» и\u00a0войдите с\u00a0логином и\u00a0паролем от\u00a0сервиса."},
						{Text: "Если пароль забыт, восстановите его на\u00a0сайте сервиса."},
					},
				},
			},
			{
				Title:   "Account already exists",
				Meaning: "The user cannot be registered: the service already has an account with these details.",
				Sentences: []Line{
					{Text: "The service already has an account with these details"},
				},
				Steps: []Line{
					{Text: "Merchant: when installing the application, choose “I already have an account” and log in.", For: "merchant"},
					{Text: "Merchant: if you forgot the password, reset it on the service’s site.", For: "merchant"},
					{Text: "Service developer: if `user/create` repeats a `userId`, return 200 and the same token.", For: "partner"},
				},
				Retry: "Do not retry: log in instead",
				Merchant: Message{
					What: []Line{
						{Text: "You already have an account with [name of the service], so a new one was not created."},
					},
					Do: []Line{
						{Text: "When installing the application, choose “I already have an account” and log in with your login and password for the service."},
						{Text: "If you forgot the password, reset it on the service’s site."},
					},
				},
			},
		},
	},
	{
		Name:      "http-409",
		Status:    409,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Sample:    "HTTP/1.1 409 Conflict\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Конфликт с\u00a0существующей записью",
				Meaning: "Запрос противоречит тому, что у\u00a0получателя уже записано. Кода в\u00a0ответе нет.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Ваш сервис сообщил о\u00a0конфликте, но\u00a0не\u00a0сказал, о\u00a0каком"},
					{Text: "Запрос противоречит уже существующей записи"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Отвечайте с\u00a0кодом: 2004\u00a0— если мешает связь, 2005\u00a0— если учётная запись уже есть.", For: "partner"},
					{When: "to-cloud", Text: "Найдите в\u00a0журнале сервиса запрос с\u00a0ответом 409.", For: "partner"},
					{When: "from-cloud", Text: "Прочитайте в\u00a0теле ответа `code`, `message` и\u00a0`violations`.", For: "partner"},
				},
				Retry: "Повторять нет смысла, пока есть конфликт",
			},
			{
				Title:   "Conflict with existing data",
				Meaning: "The request contradicts what the receiver already has. The response has no code.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Your service reported a conflict but did not say which"},
					{Text: "The request contradicts existing data"},
				},
				Steps: []Line{
					{When: "to-cloud", Text: "Return a code: 2004 for a link in the way, 2005 for an existing account.", For: "partner"},
					{When: "to-cloud", Text: "Find in the log which request got this response.", For: "partner"},
					{When: "from-cloud", Text: "Read `code`, `message` and `violations` in the body.", For: "partner"},
				},
				Retry: "Do not retry while the conflict lasts",
			},
		},
	},
	{
		Name:      "http-413",
		Status:    413,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 413 Payload Too Large\n",
		Text: [2]Text{
			{
				Title:   "Слишком большой запрос",
				Meaning: "Тело запроса больше, чем принимает получатель.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Запрос больше, чем принимает облако"},
					{When: "to-cloud", Text: "Запрос облака больше, чем принимает ваш сервис"},
					{Text: "Запрос слишком большой"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Разделите запрос: меньше 5\u00a0МБ и\u00a0до\u00a01000 объектов в\u00a0каждом.", For: "partner"},
					{When: "to-cloud", Text: "Поднимите предел в\u00a0сервисе и\u00a0прокси (nginx: `client_max_body_size`).", For: "partner"},
				},
				Retry: "Повторить меньшими частями",
			},
			{
				Title:   "Request too large",
				Meaning: "The request body is larger than the receiver accepts.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The request is larger than the cloud accepts"},
					{When: "to-cloud", Text: "The cloud’s request is larger than your service accepts"},
					{Text: "The request is too large"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Split the request: under 5\u00a0MB and up to 1000 objects each.", For: "partner"},
					{When: "to-cloud", Text: "Raise the limit in the service and proxy (nginx: `client_max_body_size`).", For: "partner"},
				},
				Retry: "Retry in smaller parts",
			},
		},
	},
	{
		Name:      "http-415",
		Status:    415,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Gate:      true,
		Sample:    "HTTP/1.1 415 Unsupported Media Type\n",
		Text: [2]Text{
			{
				Title:   "Неподдерживаемый тип запроса",
				Meaning: "Облако не\u00a0принимает тело такого типа.",
				Sentences: []Line{
					{Text: "Облако не\u00a0принимает `Content-Type` запроса"},
				},
				Steps: []Line{
					{Text: "Задайте `Content-Type`: `application/vnd.evotor.v2+json`, для массива `application/vnd.evotor.v2+bulk+json`.", For: "partner"},
					{Text: "Сверьте отправленные заголовки: `curl -v`.", For: "partner"},
				},
				Retry: "Повторить с\u00a0верным `Content-Type`",
			},
			{
				Title:   "Unsupported media type",
				Meaning: "The cloud does not accept a body of this type.",
				Sentences: []Line{
					{Text: "The cloud does not accept the request’s `Content-Type`"},
				},
				Steps: []Line{
					{Text: "Set `Content-Type`: `application/vnd.evotor.v2+json`, for an array `application/vnd.evotor.v2+bulk+json`.", For: "partner"},
					{Text: "Check the headers sent: `curl -v`.", For: "partner"},
				},
				Retry: "Retry with the right `Content-Type`",
			},
		},
	},
	{
		Name:      "http-422",
		Status:    422,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Sample:    "HTTP/1.1 422 Unprocessable Entity\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Запрос нельзя обработать",
				Meaning: "Запрос разобран, но\u00a0выполнить его с\u00a0такими данными нельзя.",
				Sentences: []Line{
					{Text: "Запрос разобран, но\u00a0с\u00a0такими данными невыполним"},
				},
				Steps: []Line{
					{Text: "Прочитайте в\u00a0теле ответа `code`, `message` и\u00a0`violations`.", For: "partner"},
					{Text: "Сверьте идентификатор терминала с\u00a0`GET /devices`.", For: "partner"},
				},
				Retry: "Повторять с\u00a0теми\u00a0же данными нет смысла",
			},
			{
				Title:   "Unprocessable request",
				Meaning: "The request was parsed but cannot be carried out with this data.",
				Sentences: []Line{
					{Text: "The request was parsed but its data cannot be processed"},
				},
				Steps: []Line{
					{Text: "Read `code`, `message` and `violations` in the body.", For: "partner"},
					{Text: "Check the terminal’s ID against `GET /devices`.", For: "partner"},
				},
				Retry: "Do not retry with the same data",
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
		Sample:    "HTTP/1.1 422 Unprocessable Entity\nContent-Type: application/vnd.evotor.v2+json\n\n{\"code\":\"unknown_device\",\"message\":\"device with specified id not found\",\"violations\":[{\"reason\":\"device not found: unknown-device-id\",\"subject\":\"device_id\"}]}\n",
		Text: [2]Text{
			{
				Title:   "Неизвестный терминал",
				Meaning: "Облако не\u00a0нашло терминал из\u00a0запроса. Код замечен при отправке push-уведомлений.",
				Sentences: []Line{
					{Text: "Облако не\u00a0нашло терминал: `{reason}`"},
					{Text: "Облако не\u00a0знает терминал из\u00a0поля `{subject}`"},
					{Text: "Облако не\u00a0знает этот терминал"},
				},
				Steps: []Line{
					{Text: "Найдите терминал в\u00a0свежем списке облака: `GET /devices`.", For: "partner"},
					{Text: "Передайте его идентификатор, как он\u00a0пришёл, не\u00a0меняя регистр букв.", For: "partner"},
					{Text: "Если терминала в\u00a0списке нет, уберите его в\u00a0сервисе.", For: "partner"},
				},
				Retry: "Повторять с\u00a0тем\u00a0же идентификатором нет смысла",
			},
			{
				Title:   "Unknown terminal",
				Meaning: "The cloud did not find the terminal in the request. The code was seen with push notifications.",
				Sentences: []Line{
					{Text: "The cloud did not find the terminal: `{reason}`"},
					{Text: "The cloud does not know the terminal in the field `{subject}`"},
					{Text: "The cloud does not know this terminal"},
				},
				Steps: []Line{
					{Text: "Find the terminal in a fresh list: `GET /devices`.", For: "partner"},
					{Text: "Send its ID as it came, in the same letter case.", For: "partner"},
					{Text: "If it is not in the list, remove it from the service.", For: "partner"},
				},
				Retry: "Do not retry with the same ID",
			},
		},
	},
	{
		Name:      "http-429",
		Status:    429,
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "later",
		Sample:    "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Limit: 60\nX-RateLimit-Remaining: 0\nX-RateLimit-Reset: 30\n",
		Text: [2]Text{
			{
				Title:   "Слишком много запросов",
				Meaning: "Сервис исчерпал лимит запросов. Облако считает запросы отдельно для каждого токена и\u00a0адреса.",
				Sentences: []Line{
					{Text: "Слишком много запросов: повторите через {reset}\u00a0с"},
					{Text: "Слишком много запросов: лимит обновится {moment} UTC"},
					{Text: "Слишком много запросов"},
				},
				Steps: []Line{
					{Text: "Ждите `X-RateLimit-Reset` секунд. Если заголовка нет, ждите 1, 2, 4\u00a0с\u00a0и\u00a0так до\u00a030\u00a0минут.", For: "partner"},
					{Text: "Если число в\u00a0нём больше 1000000000, это момент (Unix-время): вычтите текущее время.", For: "partner"},
					{Text: "Замените опрос вебхуками, одиночные запросы\u00a0— пакетными.", For: "partner"},
				},
				Retry: "Повторить после паузы",
			},
			{
				Title:   "Too many requests",
				Meaning: "The service has used up its rate limit. The cloud counts requests per token and URL.",
				Sentences: []Line{
					{Text: "Too many requests: retry in {reset}\u00a0s"},
					{Text: "Too many requests: the limit resets at {moment} UTC"},
					{Text: "Too many requests"},
				},
				Steps: []Line{
					{Text: "Wait the number of seconds in `X-RateLimit-Reset`. Without the header: 1, 2, 4\u00a0s, up to 30\u00a0minutes.", For: "partner"},
					{Text: "A value above 1000000000 is a Unix timestamp: subtract the current time.", For: "partner"},
					{Text: "Use webhooks instead of polling, bulk requests instead of single ones.", For: "partner"},
				},
				Retry: "Retry after a pause",
			},
		},
	},
	{
		Name:            "http-5xx",
		Status:          500,
		Published:       true,
		Actors:          []Actor{"unknown", "partner"},
		ActorsToCloud:   []Actor{"partner"},
		ActorsFromCloud: []Actor{"evotor", "partner"},
		Retry:           "later",
		Sample:          "HTTP/1.1 503 Service Unavailable\nContent-Length: 0\n",
		Text: [2]Text{
			{
				Title:   "Сбой на\u00a0сервере",
				Meaning: "Ответивший сервер не\u00a0обработал запрос. Эвотор таких ответов не\u00a0описывает.",
				Sentences: []Line{
					{When: "from-cloud", Text: "Облако не\u00a0обработало запрос: статус {status}"},
					{When: "to-cloud", Text: "Ваш сервис не\u00a0обработал запрос облака: статус {status}"},
					{Text: "Сервер не\u00a0обработал запрос: статус {status}"},
					{Text: "Сервер не\u00a0обработал запрос"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Повторяйте запрос, удваивая паузу: 1, 2, 4\u00a0секунды и\u00a0до\u00a0нескольких минут.", For: "partner"},
					{When: "from-cloud", Text: "Если сбой дольше часа, сообщите поддержке Эвотора время, адрес, статус и\u00a0тело.", For: "partner"},
					{When: "to-cloud", Text: "Найдите ошибку в\u00a0журнале сервиса: облако ждёт ответа 10\u00a0секунд.", For: "partner"},
				},
			},
			{
				Title:   "Server-side failure",
				Meaning: "The server that responded failed to process the request. Evotor documents no such responses.",
				Sentences: []Line{
					{When: "from-cloud", Text: "The cloud failed to process the request: status {status}"},
					{When: "to-cloud", Text: "Your service failed to process the cloud’s request: status {status}"},
					{Text: "The server failed to process the request: status {status}"},
					{Text: "The server failed to process the request"},
				},
				Steps: []Line{
					{When: "from-cloud", Text: "Retry with growing pauses: 1, 2, 4\u00a0s, up to minutes.", For: "partner"},
					{When: "from-cloud", Text: "If it lasts over an hour, send Evotor support the time, URL, status and body.", For: "partner"},
					{When: "to-cloud", Text: "Find the error in the service’s log: the cloud waits 10\u00a0s for a response.", For: "partner"},
				},
			},
		},
	},
	{
		Name:    "bulk",
		Actors:  []Actor{"partner"},
		Retry:   "no",
		Reasons: []string{"DECLINED", "FAILED"},
		Text: [2]Text{
			{
				Title:   "Ошибка пакетной задачи",
				Meaning: "В\u00a0пакетной задаче ошибка без подробностей.",
				Sentences: []Line{
					{When: "DECLINED", Text: "Пакетная задача прервана: данные неверны"},
					{When: "FAILED", Text: "Пакетная задача выполнена с\u00a0ошибками"},
					{Text: "Ошибка в\u00a0пакетной задаче"},
				},
				Steps: []Line{
					{When: "FAILED", Text: "Запросите `GET /bulks/<id>`: причины в\u00a0`details`.", For: "partner"},
					{When: "DECLINED", Text: "Проверьте: в\u00a0теле массив до\u00a01000 объектов, тип `+bulk`.", For: "partner"},
					{Text: "Отправьте один объект: облако назовёт причину.", For: "partner"},
				},
			},
			{
				Title:   "Bulk task error",
				Meaning: "The bulk task has an error without details.",
				Sentences: []Line{
					{When: "DECLINED", Text: "Bulk task stopped: invalid data"},
					{When: "FAILED", Text: "Bulk task finished with errors"},
					{Text: "Bulk task error"},
				},
				Steps: []Line{
					{When: "FAILED", Text: "Call `GET /bulks/<id>`: the causes are in `details`.", For: "partner"},
					{When: "DECLINED", Text: "Check: an array, up to 1000 objects, a `+bulk` type.", For: "partner"},
					{Text: "Send a single object: the cloud will name the cause.", For: "partner"},
				},
			},
		},
	},
	{
		Name:   "fiscal",
		Actors: []Actor{"partner"},
		Retry:  "no",
		Text: [2]Text{
			{
				Title:   "Ошибка сервиса фискализации",
				Meaning: "Так отвечает другой продукт Эвотора: сервис фискализации чеков. Его кодов здесь нет.",
				Sentences: []Line{
					{Text: "Это ошибка сервиса фискализации, а\u00a0не\u00a0облака Эвотор: её\u00a0код описан в\u00a0документации этого сервиса"},
				},
				Steps: []Line{
					{Text: "Найдите `error.code` в\u00a0документации сервиса: `docs.evotor.online`.", For: "partner"},
					{Text: "Назовите `error_id` поддержке сервиса фискализации.", For: "partner"},
				},
			},
			{
				Title:   "Fiscalisation service error",
				Meaning: "This comes from another Evotor product, the receipt fiscalisation service. Its codes are not listed here.",
				Sentences: []Line{
					{Text: "This error is from the fiscalisation service, not Evotor Cloud: look up its code in that service’s documentation"},
				},
				Steps: []Line{
					{Text: "Look up `error.code` in the service’s documentation: `docs.evotor.online`.", For: "partner"},
					{Text: "Give `error_id` to the fiscalisation service’s support.", For: "partner"},
				},
			},
		},
	},
	{
		Name:   "http-other",
		Actors: []Actor{"unknown", "partner"},
		Retry:  "no",
		Text: [2]Text{
			{
				Title:   "Ответ с\u00a0ошибкой HTTP",
				Meaning: "Запрос отклонён, а\u00a0кода из\u00a0документации Эвотора в\u00a0ответе нет.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Ваш сервис ответил облаку статусом {status}"},
					{When: "from-cloud", Text: "Облако ответило статусом {status}"},
					{Text: "Ответ со\u00a0статусом {status}"},
				},
				Steps: []Line{
					{Text: "Посмотрите тело ответа и\u00a0заголовок `Server`: по\u00a0ним видно, кто ответил.", For: "partner"},
					{Text: "Найдите этот запрос в\u00a0журнале того, кто ответил.", For: "partner"},
				},
			},
			{
				Title:   "HTTP error",
				Meaning: "The request was rejected, and the response has no code from Evotor’s documentation.",
				Sentences: []Line{
					{When: "to-cloud", Text: "Your service responded to the cloud with status {status}"},
					{When: "from-cloud", Text: "The cloud responded with status {status}"},
					{Text: "A response with status {status}"},
				},
				Steps: []Line{
					{Text: "Look at the body and the `Server` header: they show who responded.", For: "partner"},
					{Text: "Find this request in the log of whoever responded.", For: "partner"},
				},
			},
		},
	},
	{
		Name:      "mobile-cashier",
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Text: [2]Text{
			{
				Title:   "Ошибка Мобильного кассира",
				Meaning: "«Мобильный кассир»\u00a0— другой продукт Эвотора, со\u00a0своими адресами. Его кодов в\u00a0этом справочнике нет.",
				Sentences: []Line{
					{Text: "Это ошибка Мобильного кассира: её\u00a0кода в\u00a0справочнике нет"},
				},
				Steps: []Line{
					{Text: "Найдите этот метод на\u00a0`developer.evotor.ru`.", For: "partner"},
					{Text: "Прочитайте в\u00a0теле `error_message` и\u00a0`error_details`.", For: "partner"},
				},
			},
			{
				Title:   "Mobile Cashier error",
				Meaning: "Mobile Cashier is another Evotor product with its own URLs. Its codes are not in this reference.",
				Sentences: []Line{
					{Text: "This is a Mobile Cashier error: its code is not in the reference"},
				},
				Steps: []Line{
					{Text: "Find this method on `developer.evotor.ru`.", For: "partner"},
					{Text: "Read `error_message` and `error_details` in the body.", For: "partner"},
				},
			},
		},
	},
	{
		Name:      "products-violations",
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Text: [2]Text{
			{
				Title:   "Ошибки товаров в\u00a0ответе 200",
				Meaning: "Облако ответило 200, но\u00a0часть товаров не\u00a0соответствует схеме.",
				Sentences: []Line{
					{Text: "Часть товаров не\u00a0соответствует схеме, хотя ответ\u00a0— 200"},
				},
				Steps: []Line{
					{Text: "Исправьте товары по\u00a0заголовку `X-Products-Violations`: в\u00a0нём первые 20 ошибок.", For: "partner"},
					{Text: "Проверяйте `X-Products-Violations-Count` в\u00a0каждом ответе 200.", For: "partner"},
				},
			},
			{
				Title:   "Product errors in a 200 response",
				Meaning: "The cloud responded with 200, but some products do not match the schema.",
				Sentences: []Line{
					{Text: "Some products do not match the schema, although the response is 200"},
				},
				Steps: []Line{
					{Text: "Correct the products: the `X-Products-Violations` header has the first 20 errors.", For: "partner"},
					{Text: "Check `X-Products-Violations-Count` in every 200 response.", For: "partner"},
				},
			},
		},
	},
	{
		Name:      "push-states",
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "after-fix",
		Text: [2]Text{
			{
				Title:   "Push-уведомление не\u00a0доставлено",
				Meaning: "Задача принята, а\u00a0доставку на\u00a0каждый терминал показывает `details[].status`: `DELIVERED`\u00a0— успех, `EXPIRED`, `REJECTED` и\u00a0`UNKNOWN`\u00a0— нет.",
				Sentences: []Line{
					{Text: "Уведомление не\u00a0доставлено, хотя статус ответа 2xx"},
				},
				Steps: []Line{
					{Text: "Запросите состояние задачи: `GET …/push-notifications/<id>`.", For: "partner"},
					{Text: "`EXPIRED`: отправьте снова с\u00a0более поздним сроком.", For: "partner"},
					{Text: "`REJECTED`: проверьте, есть\u00a0ли на\u00a0терминале приложение.", For: "partner"},
				},
				Retry: "Отправить новое уведомление",
			},
			{
				Title:   "Push notification not delivered",
				Meaning: "The task was accepted; `details[].status` shows the delivery to each terminal: `DELIVERED` is success; `EXPIRED`, `REJECTED` and `UNKNOWN` are not.",
				Sentences: []Line{
					{Text: "The notification was not delivered although the status is 2xx"},
				},
				Steps: []Line{
					{Text: "Get the state of the task: `GET …/push-notifications/<id>`.", For: "partner"},
					{Text: "`EXPIRED`: send it again with a later deadline.", For: "partner"},
					{Text: "`REJECTED`: check that the terminal has the application.", For: "partner"},
				},
				Retry: "Send a new notification",
			},
		},
	},
	{
		Name:   "unknown-code",
		Actors: []Actor{"unknown", "partner"},
		Retry:  "no",
		Text: [2]Text{
			{
				Title:   "Неизвестный код",
				Meaning: "В\u00a0документации Эвотора такого кода нет.",
				Sentences: []Line{
					{When: "message", Text: "Код `{code}` в\u00a0справочнике не\u00a0описан; в\u00a0ответе сказано: `{message}`"},
					{Text: "Поле `{subject}`: код `{code}` в\u00a0справочнике не\u00a0описан"},
					{Text: "Код `{code}` в\u00a0справочнике не\u00a0описан"},
					{Text: "Ошибка без кода: `{reason}`, поле `{subject}`"},
					{Text: "Ошибка без кода"},
				},
				Steps: []Line{
					{Text: "Выясните, кто ответил: смысл этого кода знает только он.", For: "partner"},
					{When: "to-cloud", Text: "Замените код документированным: других облако не\u00a0знает.", For: "partner"},
					{When: "from-cloud", Text: "Сообщите поддержке Эвотора время, адрес и\u00a0тело ответа без токенов.", For: "partner"},
				},
			},
			{
				Title:   "Unknown code",
				Meaning: "Evotor’s documentation has no such code.",
				Sentences: []Line{
					{When: "message", Text: "Code `{code}` is not in the reference; the response says: `{message}`"},
					{Text: "Field `{subject}`: code `{code}` is not in the reference"},
					{Text: "Code `{code}` is not in the reference"},
					{Text: "An error without a code: `{reason}`, field `{subject}`"},
					{Text: "An error without a code"},
				},
				Steps: []Line{
					{Text: "Find out who sent the response: only they know what this code means.", For: "partner"},
					{When: "to-cloud", Text: "Use a documented code instead: the cloud knows no others.", For: "partner"},
					{When: "from-cloud", Text: "Send Evotor support the time, URL and body, without tokens.", For: "partner"},
				},
			},
		},
	},
	{
		Name:      "url-warning",
		Published: true,
		Actors:    []Actor{"partner"},
		Retry:     "no",
		Text: [2]Text{
			{
				Title:   "Адрес скоро отключат",
				Meaning: "Облако выполнило запрос, но\u00a0в\u00a0заголовке `Warning` предупреждает: через несколько недель этот адрес отключат.",
				Sentences: []Line{
					{Text: "Запрос выполнен, но\u00a0его адрес скоро отключат"},
				},
				Steps: []Line{
					{Text: "Замените адрес до\u00a0срока, указанного в\u00a0заголовке `Warning`.", For: "partner"},
				},
				Retry: "Повторять не\u00a0нужно: запрос выполнен",
			},
			{
				Title:   "Deprecated URL",
				Meaning: "The cloud processed the request, but the `Warning` header of its response says that this URL will be shut down within weeks.",
				Sentences: []Line{
					{Text: "The request succeeded, but its URL will soon be shut down"},
				},
				Steps: []Line{
					{Text: "Read the deadline in the `Warning` header and replace the URL before it.", For: "partner"},
				},
				Retry: "No retry needed: the request succeeded",
			},
		},
	},
}

// The records that code needs by name.
var (
	Bulk        = &entries[27]
	Fiscal      = &entries[28]
	UnknownCode = &entries[33]
	HTTPOther   = &entries[29]
)

var words = []word{
	{"actor", "evotor", [2]string{"Эвотор", "Evotor"}},
	{"actor", "merchant", [2]string{"Владелец кассы", "Merchant"}},
	{"actor", "partner", [2]string{"Разработчик сервиса", "Service developer"}},
	{"actor", "unknown", [2]string{"Неизвестно", "Unknown"}},
	{"acts", "evotor", [2]string{"Исправляет Эвотор", "Evotor to fix"}},
	{"acts", "merchant", [2]string{"Дело за\u00a0владельцем кассы", "Merchant to act"}},
	{"acts", "partner", [2]string{"Исправляет разработчик сервиса", "Service developer to fix"}},
	{"acts", "unknown", [2]string{"Неизвестно, кто должен действовать", "Unclear who must act"}},
	{"case", "any", [2]string{"В\u00a0любом случае", "In any case"}},
	{"case", "either", [2]string{"В\u00a0обоих случаях", "In both cases"}},
	{"case", "from-cloud", [2]string{"Если облако ответило вашему сервису", "If the cloud responded to your service"}},
	{"case", "reason", [2]string{"Если `reason`\u00a0— `{reason}`", "If `reason` is `{reason}`"}},
	{"case", "to-cloud", [2]string{"Если ваш сервис ответил облаку", "If your service responded to the cloud"}},
	{"cause", "licence", [2]string{"Похоже, терминал не\u00a0активен, потому что не\u00a0хватает лицензий", "The terminal seems to be inactive because there are too few licences"}},
	{"cause", "renamed", [2]string{"Похоже, поле переименовано: не\u00a0хватает `{missing}`, а\u00a0`{unexpected}` лишнее", "A field seems to have been renamed: `{missing}` is missing, `{unexpected}` is unknown"}},
	{"cause", "same", [2]string{"Ошибок с\u00a0этой причиной: {count}", "Errors with this cause: {count}"}},
	{"cause-step", "renamed", [2]string{"Найдите, где переименовали поле: получатель ждёт `{missing}`, а\u00a0приходит `{unexpected}`. Верните прежнее имя или принимайте оба.", "Find where the field was renamed: the receiver expects `{missing}` but gets `{unexpected}`. Restore the old name, or accept both."}},
	{"clue", "access", [2]string{"Соседние коды, 1001–1007,\u00a0— о\u00a0доступе: токены, вход, подписка, терминалы", "The neighbouring codes, 1001–1007, concern access: tokens, login, subscription, terminals"}},
	{"clue", "api", [2]string{"Такое тело присылает REST API второй версии. Код, скорее всего, новый: подробности ищите в\u00a0`message` и\u00a0`violations`.", "A body like this comes from version 2 of the REST API. The code is probably new: see `message` and `violations` for details."}},
	{"clue", "beside", [2]string{"В\u00a0этом\u00a0же ответе есть известная ошибка `{beside}`. Начните с\u00a0неё: неизвестная может быть её\u00a0следствием.", "The same response contains a known error, `{beside}`. Start with it: the unknown one may result from it."}},
	{"clue", "is-status", [2]string{"`{code}`\u00a0— это статус HTTP, «{title}». Похоже, сервис записывает в\u00a0`code` статус ответа.", "`{code}` is an HTTP status, “{title}”. The service seems to put the response status into `code`."}},
	{"clue", "near", [2]string{"Похоже на\u00a0опечатку: есть код `{near}`, «{title}»", "Possible typo: there is code `{near}`, “{title}”"}},
	{"clue", "numeric", [2]string{"Такое тело отправляют сервисы в\u00a0ответ на\u00a0вебхуки. Код, скорее всего, придуман в\u00a0сервисе: его смысл ищите в\u00a0исходном коде сервиса.", "Services respond to webhooks with a body like this. The service probably made the code up: look for its meaning in the service’s source code."}},
	{"clue", "request", [2]string{"Соседние коды, 2001–2005,\u00a0— о\u00a0самом запросе и\u00a0о\u00a0связи учётных записей", "The neighbouring codes, 2001–2005, concern the request itself and the linking of accounts"}},
	{"clue", "status", [2]string{"Сам по\u00a0себе статус {status} значит: «{title}»", "On its own, status {status} means “{title}”"}},
	{"direction", "from-cloud", [2]string{"Облако Эвотор ответило вашему сервису", "Evotor Cloud responded to your service"}},
	{"direction", "from-cloud-likely", [2]string{"Скорее всего, облако Эвотор ответило вашему сервису", "Most likely Evotor Cloud responded to your service"}},
	{"direction", "to-cloud", [2]string{"Ваш сервис ответил облаку Эвотор", "Your service responded to Evotor Cloud"}},
	{"direction", "to-cloud-likely", [2]string{"Скорее всего, ваш сервис ответил облаку Эвотор", "Most likely your service responded to Evotor Cloud"}},
	{"direction", "unknown", [2]string{"По\u00a0тексту не\u00a0видно, кто кому ответил", "The text does not show who sent the response"}},
	{"lookalike", "cloudflare", [2]string{"Ошибка Cloudflare", "Cloudflare error"}},
	{"lookalike", "moysklad", [2]string{"Ошибка МоегоСклада", "MoySklad error"}},
	{"lookalike-sentence", "cloudflare", [2]string{"Это ответ Cloudflare, а\u00a0не\u00a0Эвотора: его код описан в\u00a0документации Cloudflare", "This is a response of Cloudflare, not of Evotor: its code is described in Cloudflare’s documentation"}},
	{"lookalike-sentence", "moysklad", [2]string{"Это ответ МоегоСклада, а\u00a0не\u00a0Эвотора: его код описан в\u00a0документации МоегоСклада", "This is a response of MoySklad, not of Evotor: its code is described in MoySklad’s documentation"}},
	{"note", "bare-error", [2]string{"Объект ошибки должен лежать в\u00a0массиве `errors`, а\u00a0здесь он\u00a0вне массива", "The error object belongs in an `errors` array, but here it is outside one"}},
	{"note", "doubtful", [2]string{"Форма ответа как у\u00a0Эвотора, но\u00a0таких полей в\u00a0нём не\u00a0документировано. Возможно, это ответ другой системы.", "The response has Evotor’s shape, but none of its documented fields. It may be another system’s."}},
	{"note", "no-code", [2]string{"У\u00a0этой ошибки нет кода, а\u00a0он\u00a0обязателен", "This error has no code, but one is required"}},
	{"note", "obsolete", [2]string{"Код `{code}` документирован, но\u00a0с\u00a02017 года в\u00a0справочнике API его нет ни\u00a0у\u00a0одного вебхука", "Code `{code}` is documented, but since 2017 no webhook in the API reference has listed it"}},
	{"note", "obsolete-reason", [2]string{"Значение `{reason}` в\u00a02017 году убрано из\u00a0описания кода в\u00a0справочнике API, но\u00a0осталось в\u00a0примере", "Value `{reason}` was removed from the code’s description in the API reference in 2017, but not from its example"}},
	{"note", "secret", [2]string{"В\u00a0тексте есть секрет: токен, пароль или заголовок авторизации. Скройте его, прежде чем пересылать этот текст.", "The text contains a secret: a token, a password or an authorisation header. Mask it before sharing the text."}},
	{"note", "status-mismatch", [2]string{"Код `{code}` передают со\u00a0статусом {expected}, а\u00a0здесь {status}. Получатель может неверно понять ответ.", "Code `{code}` goes with status {expected}, not {status}. The receiver may misread this response."}},
	{"note", "success-status", [2]string{"Ответ с\u00a0ошибкой пришёл со\u00a0статусом {status}. Получатель примет его за\u00a0успешный.", "This error response has status {status}. The receiver will treat it as a success."}},
	{"note", "truncated", [2]string{"Ответ обрезан: ошибок могло быть больше", "The response is truncated: there may have been more errors"}},
	{"note", "unknown-code", [2]string{"Кода `{code}` нет в\u00a0справочнике", "Code `{code}` is not in the reference"}},
	{"note", "unread", [2]string{"Часть текста не\u00a0прочитана: она слишком велика или слишком много раз закодирована. В\u00a0ней могут быть ещё ошибки. Разберите её\u00a0отдельно.", "Part of the text was not read: it is too large or has been encoded too many times. It may contain more errors. Copy that part separately."}},
	{"note", "unusual-reason", [2]string{"Значение `{reason}` поля `reason` не\u00a0документировано для кода `{code}`; документированы: `{expected}`", "The `reason` value `{reason}` is not documented for code `{code}`; documented: `{expected}`"}},
	{"repair", "bracket", [2]string{"скобки", "brackets"}},
	{"repair", "chunked", [2]string{"строки с\u00a0размерами частей", "chunk sizes between lines"}},
	{"repair", "colon", [2]string{"двоеточия", "colons"}},
	{"repair", "colours", [2]string{"цвета консоли", "console colours"}},
	{"repair", "comma", [2]string{"запятые", "commas"}},
	{"repair", "comment", [2]string{"комментарии", "comments"}},
	{"repair", "concatenation", [2]string{"строки, соединённые знаком +", "strings joined by +"}},
	{"repair", "ellipsis", [2]string{"пропуск, отмеченный многоточием", "an omission marked by an ellipsis"}},
	{"repair", "encoding", [2]string{"кодировка", "encoding"}},
	{"repair", "entities", [2]string{"коды HTML вместо символов", "HTML entities"}},
	{"repair", "escaped", [2]string{"экранирование", "escaping"}},
	{"repair", "literal", [2]string{"None, True и\u00a0подобные слова", "None, True and the like"}},
	{"repair", "newline", [2]string{"переводы строк внутри значений", "line breaks inside values"}},
	{"repair", "quotes", [2]string{"кавычки", "quotes"}},
	{"repair", "spaces", [2]string{"пробелы и\u00a0пометки строк", "spaces and line markers"}},
	{"repair", "syntax", [2]string{"синтаксис другого языка", "another language’s syntax"}},
	{"repair", "wrapped", [2]string{"строки, разбитые по\u00a0ширине", "lines wrapped at a fixed width"}},
	{"reply", "code", [2]string{"Код: {value}", "Code: {value}"}},
	{"reply", "excerpt", [2]string{"Ответ, секреты скрыты:", "Response, secrets masked:"}},
	{"reply", "merchant-do", [2]string{"Что сделать:", "What to do:"}},
	{"reply", "merchant-head", [2]string{"Здравствуйте! При обмене данными между сервисом и\u00a0кассой Эвотор произошла ошибка.", "Hello! Something went wrong between the service and your Evotor terminal."}},
	{"reply", "merchant-none", [2]string{"Сейчас от\u00a0вас ничего не\u00a0требуется. Если понадобится ваша помощь, вам напишут.", "You do not need to do anything now. You will be contacted if your help is needed."}},
	{"reply", "more", [2]string{"Сюда не\u00a0вошло ответов с\u00a0ошибкой: {value}", "Error responses not included: {value}"}},
	{"reply", "page", [2]string{"Подробнее: {value}", "In full: {value}"}},
	{"reply", "request", [2]string{"Запрос: {value}", "Request: {value}"}},
	{"reply", "request-id", [2]string{"Идентификатор запроса: {value}", "Request ID: {value}"}},
	{"reply", "result", [2]string{"Разбор: {value}", "Result: {value}"}},
	{"reply", "status", [2]string{"Статус HTTP: {value}", "HTTP status: {value}"}},
	{"reply", "support-head", [2]string{"Здравствуйте! При обмене с\u00a0облаком Эвотор приходит ответ с\u00a0ошибкой. Помогите, пожалуйста, разобраться.", "Hello! We are getting an error response in our exchange with Evotor Cloud. Please help us find out why."}},
	{"reply", "ticket-head", [2]string{"Ошибка при обмене с\u00a0Эвотором", "Evotor integration error"}},
	{"reply", "time", [2]string{"Время: {value}", "Time: {value}"}},
	{"reply", "unknown-head", [2]string{"В\u00a0ответе есть код ошибки, которого нет в\u00a0справочнике кодов Эвотора.", "The response contains an error code that is not in the Evotor code reference."}},
	{"retry", "after-fix", [2]string{"Повторить после исправления", "Retry after the fix"}},
	{"retry", "later", [2]string{"Повторить позже", "Retry later"}},
	{"retry", "no", [2]string{"Не\u00a0повторять", "Do not retry"}},
	{"sure", "documented", [2]string{"документировано", "documented"}},
	{"sure", "inferred", [2]string{"наш вывод", "our inference"}},
	{"sure", "observed", [2]string{"замечено в\u00a0открытом коде", "observed in public code"}},
	{"ui", "about-code", [2]string{"Всё о\u00a0коде {code}", "Code {code} in full"}},
	{"ui", "about-status", [2]string{"Всё о\u00a0статусе {code}", "Status {code} in full"}},
	{"ui", "clues", [2]string{"О\u00a0чём говорит сам ответ:", "What the response itself suggests:"}},
	{"ui", "copy-ticket", [2]string{"Скопировать для задачи", "Copy for a ticket"}},
	{"ui", "copy-unknown", [2]string{"Скопировать отчёт о\u00a0коде", "Copy a report on this code"}},
	{"ui", "empty", [2]string{"Здесь появится разбор", "The result will appear here"}},
	{"ui", "errors-few", [2]string{"{count} ошибки", "{count} errors"}},
	{"ui", "errors-many", [2]string{"{count} ошибок", "{count} errors"}},
	{"ui", "errors-one", [2]string{"{count} ошибка", "{count} error"}},
	{"ui", "found", [2]string{"Нашлось в\u00a0справочнике: {count}", "Found in the reference: {count}"}},
	{"ui", "mended", [2]string{"При чтении исправлено:", "Fixed while parsing:"}},
	{"ui", "more", [2]string{"Подробнее", "Learn more"}},
	{"ui", "nothing", [2]string{"В\u00a0тексте нет ответа с\u00a0ошибкой", "No error response in the text"}},
	{"ui", "order", [2]string{"По\u00a0порядку: сначала то, что мешает остальному", "In order: what blocks the rest comes first"}},
	{"ui", "report", [2]string{"Разбор", "Result"}},
	{"ui", "response", [2]string{"Ответ {count}", "Response {count}"}},
	{"ui", "responses-few", [2]string{"{count} ответа с\u00a0ошибкой", "{count} error responses"}},
	{"ui", "responses-many", [2]string{"{count} ответов с\u00a0ошибкой", "{count} error responses"}},
	{"ui", "responses-one", [2]string{"{count} ответ с\u00a0ошибкой", "{count} error response"}},
	{"ui", "rest", [2]string{"Показать ещё {count}", "Show {count} more"}},
	{"ui", "show", [2]string{"Показать в\u00a0тексте", "Show in text"}},
	{"ui", "show-line", [2]string{"Показать строку {count}", "Show line {count}"}},
	{"ui", "steps", [2]string{"Что делать", "What to do"}},
	{"ui", "unfold", [2]string{"Смысл и\u00a0причины", "Meaning and causes"}},
	{"ui", "unmarked", [2]string{"В\u00a0тексте отмечены не\u00a0все места: осталось {count}", "Some places in the text are not marked: {count}"}},
	{"ui", "who", [2]string{"Ответил:", "Responded:"}},
	{"ui", "who-from-cloud", [2]string{"облако Эвотор", "Evotor Cloud"}},
	{"ui", "who-to-cloud", [2]string{"ваш сервис", "your service"}},
}
