// Package members writes what is known of the members of Kubernetes' types as JSON: a line for each type, its members in the order of the source.
package members

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Member is a member of a type, and what is to be written of it.
type Member struct{ Name, Text string }

// Write writes the types in the order of their names.
func Write(to io.Writer, types map[string][]Member) {
	var b bytes.Buffer
	separator := "{\n"
	for _, name := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "%s  %q: {", separator, name)
		for i, m := range types[name] {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%q: %q", m.Name, m.Text)
		}
		b.WriteString("}")
		separator = ",\n"
	}
	b.WriteString("\n}\n")
	if !json.Valid(b.Bytes()) {
		panic("no JSON")
	}
	if _, err := to.Write(b.Bytes()); err != nil {
		panic(err)
	}
}
