// Writes the members of Kubernetes' types, as encoding/json sees them: go run . > structures.json
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"irsa-sim/kubernetes-types/roots"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

type member struct{ name, typ string }

var structures = map[string][]member{}
var paths = map[string]string{}

var special = map[reflect.Type]string{
	reflect.TypeOf(metav1.Time{}):          "Time",
	reflect.TypeOf(metav1.MicroTime{}):     "MicroTime",
	reflect.TypeOf(resource.Quantity{}):    "Quantity",
	reflect.TypeOf(intstr.IntOrString{}):   "IntOrString",
	reflect.TypeOf(metav1.FieldsV1{}):      "Raw",
	reflect.TypeOf(runtime.RawExtension{}): "Raw",
}

func typeOf(t reflect.Type) string {
	if s, ok := special[t]; ok {
		return s
	}
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + typeOf(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "[]byte"
		}
		if t.Name() != "" {
			return named(t, "[]"+typeOf(t.Elem()))
		}
		return "[]" + typeOf(t.Elem())
	case reflect.Map:
		if t.Name() != "" {
			return named(t, "map["+typeOf(t.Key())+"]"+typeOf(t.Elem()))
		}
		return "map[" + typeOf(t.Key()) + "]" + typeOf(t.Elem())
	case reflect.Struct:
		walk(t)
		return t.String()
	}
	if t.PkgPath() != "" {
		return named(t, t.Kind().String())
	}
	return t.Kind().String()
}
func named(t reflect.Type, kind string) string { return t.String() + "=" + kind }

func walk(t reflect.Type) {
	key := t.String()
	if p, ok := paths[key]; ok {
		if p != t.PkgPath() {
			panic("two types are called " + key)
		}
		return
	}
	paths[key] = t.PkgPath()
	var members []member
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		parts := strings.Split(tag, ",")
		name := parts[0]
		if name == "-" || !f.IsExported() {
			continue
		}
		mark := ""
		inline := f.Anonymous && name == ""
		for _, o := range parts[1:] {
			switch o {
			case "omitempty":
				mark = "?"
			case "omitzero":
				mark += "0"
			case "inline":
				inline = true
			}
		}
		if inline {
			members = append(members, member{"..." + f.Name, typeOf(f.Type)})
			continue
		}
		if name == "" {
			name = f.Name
		}
		members = append(members, member{name + mark, typeOf(f.Type)})
	}
	structures[key] = members
}

func main() {
	for _, root := range roots.All {
		typeOf(reflect.TypeOf(root))
	}
	names := make([]string, 0)
	for n := range structures {
		names = append(names, n)
	}
	sort.Strings(names)
	var b bytes.Buffer
	b.WriteString("{\n")
	for i, n := range names {
		fmt.Fprintf(&b, "  %q: {", n)
		for j, m := range structures[n] {
			if j > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%q: %q", m.name, m.typ)
		}
		b.WriteString("}")
		if i < len(names)-1 {
			b.WriteString(",")
		}
		b.WriteString("\n")
	}
	b.WriteString("}\n")
	if !json.Valid(b.Bytes()) {
		panic("no JSON")
	}
	os.Stdout.Write(b.Bytes())
}
