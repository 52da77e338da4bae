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

	reviewv1 "k8s.io/api/admission/v1"
	admissionv1 "k8s.io/api/admissionregistration/v1"
	appsv1 "k8s.io/api/apps/v1"
	authenticationv1 "k8s.io/api/authentication/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	rbacv1 "k8s.io/api/rbac/v1"
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
	for _, root := range []any{corev1.Pod{}, reviewv1.AdmissionReview{}, corev1.ServiceAccount{}, corev1.Namespace{}, corev1.ConfigMap{}, corev1.Secret{}, corev1.Node{}, corev1.Event{}, authenticationv1.TokenRequest{}, authenticationv1.TokenReview{}, admissionv1.MutatingWebhookConfiguration{}, appsv1.Deployment{}, appsv1.StatefulSet{}, appsv1.DaemonSet{}, appsv1.ReplicaSet{}, batchv1.Job{}, batchv1.CronJob{}, rbacv1.Role{}, rbacv1.ClusterRole{}, rbacv1.RoleBinding{}, rbacv1.ClusterRoleBinding{}} {
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
