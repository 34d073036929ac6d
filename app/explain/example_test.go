package explain_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"evotor-errors/app/catalog"
	"evotor-errors/app/explain"
)

// A service that calls the cloud explains an error answer in its own log.
func ExampleAnswer() {
	cloud := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, `{"code":"validation_failed","message":"…","violations":[{"reason":"must not be null","subject":"name"}]}`)
	}))
	defer cloud.Close()

	response, err := http.Get(cloud.URL)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		panic(err)
	}
	report := explain.Answer(response.StatusCode, string(body), catalog.English)
	for _, r := range report.Responses {
		for _, e := range r.Errors {
			fmt.Println(e.Code, "-", e.Explanation)
			fmt.Println("acts:", e.Actor, "retry:", e.Retry, "page:", e.Page)
		}
	}
	// Output:
	// validation_failed - Field `name` failed the cloud’s validation: `must not be null`
	// acts: partner retry: no page: errors/validation_failed/
}

// Any text will do: a line of a log, the output of curl, a file from a colleague.
func ExampleText() {
	log := `level=error msg="webhook failed" status=405 body="{\"errors\":[{\"code\":1005,\"subject\":\"deviceUuid\"}]}"`
	for _, r := range explain.Text(log, catalog.English).Responses {
		for _, e := range r.Errors {
			fmt.Println(e.Explanation)
			fmt.Println(log[e.Spans["code"][0]:e.Spans["code"][1]])
		}
	}
	// Output:
	// The terminal is not active in the subscription
	// 1005
}
