// Writes the members of Kubernetes' types, as encoding/json sees them: go run . > structures.json
package main

import (
	"os"
	"reflect"
	"strings"

	"irsa-sim/kubernetes-types/members"
	"irsa-sim/kubernetes-types/roots"

	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

var structures = map[string][]members.Member{}
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
	var found []members.Member
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
			found = append(found, members.Member{Name: "..." + f.Name, Text: typeOf(f.Type)})
			continue
		}
		if name == "" {
			name = f.Name
		}
		found = append(found, members.Member{Name: name + mark, Text: typeOf(f.Type)})
	}
	structures[key] = found
}

func main() {
	for _, root := range roots.All {
		typeOf(reflect.TypeOf(root))
	}
	members.Write(os.Stdout, structures)
}
