package main

import (
	"encoding/json"
	"fmt"
	admv1 "k8s.io/api/admissionregistration/v1"
	authv1 "k8s.io/api/authentication/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kj "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"os"
)

type Case struct {
	Kind  string `json:"kind"`
	Group string `json:"group"`
	YAML  bool   `json:"yaml"`
	Body  string `json:"body"`
}

func main() {
	s := runtime.NewScheme()
	corev1.AddToScheme(s)
	authv1.AddToScheme(s)
	admv1.AddToScheme(s)
	var cases []Case
	if err := json.NewDecoder(os.Stdin).Decode(&cases); err != nil {
		panic(err)
	}
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	for _, c := range cases {
		ser := kj.NewSerializerWithOptions(kj.DefaultMetaFactory, s, s, kj.SerializerOptions{Yaml: c.YAML, Strict: true})
		gvk := schema.GroupVersionKind{Group: c.Group, Version: "v1", Kind: c.Kind}
		into, _ := s.New(gvk)
		obj, actual, err := ser.Decode([]byte(c.Body), &gvk, into)
		out := map[string]any{"kind": c.Kind, "body": c.Body}
		if c.Group != "" {
			out["group"] = c.Group
		}
		if c.YAML {
			out["yaml"] = true
		}
		if actual != nil {
			out["actual"] = fmt.Sprintf("%s/%s/%s", actual.Group, actual.Version, actual.Kind)
		}
		if err != nil {
			out["error"] = err.Error()
			out["strict"] = runtime.IsStrictDecodingError(err)
		}
		if obj != nil {
			b, merr := json.Marshal(obj)
			if merr != nil {
				out["marshal"] = merr.Error()
			} else {
				out["object"] = json.RawMessage(b)
			}
		}
		e.Encode(out)
	}
}
