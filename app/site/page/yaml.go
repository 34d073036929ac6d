package page

import (
	"errors"

	"go.yaml.in/yaml/v4"
)

// yaml reads a file into out; a field that out does not have is a problem.
func (l *loader) yaml(file string, out any) {
	if text, ok := l.read(file); ok {
		l.yamlText(file, 0, text, out)
	}
}

// yamlText reads text, which starts after line lines of the file.
func (l *loader) yamlText(file string, line int, text string, out any) {
	err := yaml.Load([]byte(text), out, yaml.WithKnownFields())
	var all *yaml.LoadErrors
	switch {
	case err == nil:
	case errors.As(err, &all):
		for _, e := range all.Errors {
			l.report(file, line+e.Mark.Line, "%s", e.Message)
		}
	default:
		l.report(file, line, "%v", err)
	}
}
