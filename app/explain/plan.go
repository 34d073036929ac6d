package explain

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"evotor-errors/app/catalog"
)

// A Task is one thing to deal with: an error with all others that have the same cause, or
// the verdict of a response without errors.
type Task struct {
	Verdict
	Code     string   // of the error, as the text has it; "" for a response without errors
	Response int      // the one that it is about, or the first of several
	Errors   [][2]int // the errors it stands for, the explained one first: of each the response and its place in it
	Notes    []Note   // on these errors, and on the response as a whole with its first task
	Clues    [][]Part // what is implied of an unknown code
}

// Plan is what to do about the report, in the order in which to do it: first what lets
// nothing else of a request be looked at, then what the partner mends, what the merchant
// does, and last what to wait for. What comes first in the text comes first among equals.
func (r *Report) Plan() []Task {
	leads := map[[2]int][2]int{}     // of errors that are told with another one
	members := map[[2]int][][2]int{} // of that one
	causes := map[[2]int]*Cause{}
	lead := func(e [2]int) [2]int {
		for {
			l, ok := leads[e]
			if !ok {
				return e
			}
			e = l
		}
	}
	for i := range r.Diagnosis.Causes { // same causes stand before those of several codes
		c := &r.Diagnosis.Causes[i]
		first := lead(c.Errors[0])
		if c.ID != "same" && causes[first] == nil {
			causes[first] = c
		}
		for _, e := range c.Errors[1:] {
			if l := lead(e); l != first && causes[l] == nil {
				leads[l] = first
				members[first] = append(append(members[first], l), members[l]...)
			}
		}
	}
	var plan []Task
	for i := range r.Responses {
		resp := &r.Responses[i]
		if resp.Verdict != nil {
			plan = append(plan, Task{Verdict: *resp.Verdict, Response: i})
		}
		for j := range resp.Errors {
			at := [2]int{i, j}
			if _, told := leads[at]; told {
				continue
			}
			e := &resp.Errors[j]
			t := Task{
				Verdict: e.Verdict, Code: short(e.Code), Response: i,
				Errors: append([][2]int{at}, members[at]...), Clues: e.Clues,
			}
			if c := causes[at]; c != nil {
				t.Sentence, t.Explanation = c.Parts, c.Text
				if c.step != nil {
					t.Steps = append([]Step{{Parts: c.step}}, t.Steps...)
				}
			}
			plan = append(plan, t)
		}
	}
	sort.SliceStable(plan, func(i, j int) bool { return plan[i].turn() < plan[j].turn() })
	r.place(plan)
	return plan
}

// CountText says how many errors the task stands for, "" if it is one.
func (t *Task) CountText() string {
	if len(t.Errors) < 2 {
		return ""
	}
	return strings.ReplaceAll(catalog.Word("cause", "same", t.lang), "{count}", strconv.Itoa(len(t.Errors)))
}

// turn is when the task is to be dealt with.
func (t *Task) turn() int {
	switch {
	case t.Retry == catalog.Later:
		return 3
	case t.Entry.Gate:
		return 0
	case t.Actor == catalog.Merchant:
		return 2
	}
	return 1
}

// place gives each note to the task of its error, or to the first task of its response.
// What is said of one thing is said once. Secrets are not the tasks' matter.
func (r *Report) place(plan []Task) {
	byError, byResponse := map[[2]int]int{}, map[int]int{}
	for i, t := range slices.Backward(plan) {
		for _, e := range t.Errors {
			byError[e] = i
			byResponse[e[0]] = i
		}
		byResponse[t.Response] = i
	}
	type said struct {
		task int
		text string
	}
	told := map[said]bool{}
	for i := range r.Responses {
		for _, n := range r.Responses[i].Notes {
			if n.ID == "secret" || n.ID == "unknown-code" {
				continue // the box covers it; the sentence says it
			}
			k := byResponse[i]
			if n.Error != nil {
				k = byError[[2]int{i, *n.Error}]
			}
			if !told[said{k, n.Text}] {
				told[said{k, n.Text}] = true
				plan[k].Notes = append(plan[k].Notes, n)
			}
		}
	}
}
