//go:build !js

package cmd_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"evotor-errors/app/catalog"
	"evotor-errors/app/cmd"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"evotor-errors": cmd.Main,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true, Setup: func(env *testscript.Env) error {
		env.Setenv("VERSION", catalog.Version)
		env.Setenv("DATE", catalog.Date)
		return nil
	}})
}
