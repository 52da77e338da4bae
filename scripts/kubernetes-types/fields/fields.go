// Writes what the sources say of the members of Kubernetes' types beside their types: their numbers in protobuf, how lists and structures are merged.
// go run ./fields > fields.json
package main

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
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

var fields = map[string][]members.Member{}

var special = map[reflect.Type]bool{
	reflect.TypeOf(metav1.Time{}):          true,
	reflect.TypeOf(metav1.MicroTime{}):     true,
	reflect.TypeOf(resource.Quantity{}):    true,
	reflect.TypeOf(intstr.IntOrString{}):   true,
	reflect.TypeOf(metav1.FieldsV1{}):      true,
	reflect.TypeOf(runtime.RawExtension{}): true,
}

// markers of a package: structure, then member (none for the structure itself), then the lines of its comment that begin with "+".
var markers = map[string]map[string]map[string][]string{}

func markersOf(t reflect.Type) map[string][]string {
	path := t.PkgPath()
	if markers[path] == nil {
		markers[path] = read(path)
	}
	return markers[path][t.Name()]
}

func read(path string) map[string]map[string][]string {
	pkg, err := build.Import(path, ".", 0)
	if err != nil {
		panic(err)
	}
	found := map[string]map[string][]string{}
	for _, file := range pkg.GoFiles {
		tree, err := parser.ParseFile(token.NewFileSet(), pkg.Dir+"/"+file, nil, parser.ParseComments)
		if err != nil {
			panic(err)
		}
		for _, declaration := range tree.Decls {
			types, ok := declaration.(*ast.GenDecl)
			if !ok || len(types.Specs) != 1 {
				continue
			}
			spec, ok := types.Specs[0].(*ast.TypeSpec)
			if !ok {
				continue
			}
			structure, ok := spec.Type.(*ast.StructType)
			if !ok {
				continue
			}
			commentsOf := map[string][]string{"": markersIn(types.Doc)}
			for _, field := range structure.Fields.List {
				for _, name := range field.Names {
					commentsOf[name.Name] = markersIn(field.Doc)
				}
			}
			found[spec.Name.Name] = commentsOf
		}
	}
	return found
}

func markersIn(doc *ast.CommentGroup) []string {
	found := []string{}
	if doc == nil {
		return found
	}
	for _, comment := range doc.List {
		line := strings.TrimSpace(strings.TrimPrefix(comment.Text, "//"))
		if strings.HasPrefix(line, "+") {
			found = append(found, line[1:])
		}
	}
	return found
}

func visit(t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || special[t] || fields[t.String()] != nil {
		return
	}
	found := []members.Member{}
	fields[t.String()] = found
	if text := merging(markersOf(t)[""]); text != "" {
		found = append(found, members.Member{Name: "", Text: text})
	}
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		name := strings.Split(f.Tag.Get("json"), ",")[0]
		if name == "-" || !f.IsExported() {
			continue
		}
		if name == "" {
			name = "..." + f.Name
		}
		visit(f.Type)
		if text := describe(f, markersOf(t)[f.Name]); text != "" {
			found = append(found, members.Member{Name: name, Text: text})
		}
	}
	fields[t.String()] = found
}

func describe(f reflect.StructField, lines []string) string {
	parts := []string{}
	if tag := strings.Split(f.Tag.Get("protobuf"), ","); len(tag) > 1 {
		parts = append(parts, tag[1])
	}
	if text := merging(lines); text != "" {
		parts = append(parts, text)
	}
	if strategy := f.Tag.Get("patchStrategy"); strategy != "" {
		if key := f.Tag.Get("patchMergeKey"); key != "" {
			strategy += ":" + key
		}
		parts = append(parts, "patch="+strategy)
	}
	return strings.Join(parts, " ")
}

func merging(lines []string) string {
	list, keys := "", []string{}
	for _, line := range lines {
		key, value, _ := strings.Cut(line, "=")
		switch key {
		case "listType", "structType", "mapType":
			list = value
		case "listMapKey":
			keys = append(keys, value)
		}
	}
	if list == "" {
		return ""
	}
	if len(keys) > 0 {
		list += ":" + strings.Join(keys, ",")
	}
	return "apply=" + list
}

func main() {
	for _, root := range roots.All {
		visit(reflect.TypeOf(root))
	}
	members.Write(os.Stdout, fields)
}
