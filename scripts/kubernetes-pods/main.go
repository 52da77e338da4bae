// What the API server of Kubernetes makes of new objects: decoding, defaults, preparation, validation and warnings, one object a line.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
)

type rec struct{ w []string }

func (r *rec) AddWarning(agent, text string) { r.w = append(r.w, text) }

type in struct {
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
}
type out struct {
	Status   *metav1.Status  `json:"status,omitempty"`
	Object   json.RawMessage `json:"object,omitempty"`
	Warnings []string        `json:"warnings,omitempty"`
	Decode   string          `json:"decode,omitempty"`
}

func main() {
	strategies := map[string]rest.RESTCreateStrategy{"Pod": pod.Strategy, "Namespace": namespace.Strategy, "ConfigMap": configmap.Strategy, "Secret": secret.Strategy, "ServiceAccount": serviceaccount.Strategy}
	s := bufio.NewScanner(os.Stdin)
	s.Buffer(make([]byte, 1<<20), 1<<26)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	gv := schema.GroupVersion{Version: "v1"}
	dec := legacyscheme.Codecs.UniversalDecoder()
	enc := legacyscheme.Codecs.LegacyCodec(gv)
	for s.Scan() {
		var i in
		if err := json.Unmarshal(s.Bytes(), &i); err != nil {
			panic(err)
		}
		o := func() (o out) {
			defer func() {
				if r := recover(); r != nil {
					o.Decode = fmt.Sprint("panic: ", r)
				}
			}()
			gvk := gv.WithKind(i.Kind)
			obj, _, err := dec.Decode(i.Body, &gvk, nil)
			if err != nil {
				o.Decode = err.Error()
				return
			}
			st := strategies[i.Kind]
			r := &rec{}
			ctx := warning.WithWarningRecorder(genericapirequest.WithNamespace(context.Background(), map[bool]string{true: "default"}[st.NamespaceScoped()]), r)
			m, _ := obj.(metav1.ObjectMetaAccessor)
			if st.NamespaceScoped() {
				m.GetObjectMeta().SetNamespace("default")
			}
			rest.FillObjectMetaSystemFields(m.GetObjectMeta())
			m.GetObjectMeta().SetUID("u")
			m.GetObjectMeta().SetCreationTimestamp(metav1.Time{})
			if err := rest.BeforeCreate(st, ctx, obj); err != nil {
				if se, ok := err.(errors.APIStatus); ok {
					x := se.Status()
					o.Status = &x
				} else {
					o.Decode = "error: " + err.Error()
				}
				return
			}
			for _, x := range r.w {
				o.Warnings = append(o.Warnings, x)
			}
			b, err := runtime.Encode(enc, obj)
			if err != nil {
				o.Decode = err.Error()
				return
			}
			o.Object = b
			return
		}()
		b, _ := json.Marshal(o)
		w.Write(b)
		w.WriteByte('\n')
		w.Flush()
	}
}
