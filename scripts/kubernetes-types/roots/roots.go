// Package roots names the kinds whose structures are written down, with all that they are made of.
package roots

import (
	reviewv1 "k8s.io/api/admission/v1"
	admissionv1 "k8s.io/api/admissionregistration/v1"
	appsv1 "k8s.io/api/apps/v1"
	authenticationv1 "k8s.io/api/authentication/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// All has one value of each.
var All = []any{
	corev1.Pod{}, reviewv1.AdmissionReview{}, corev1.ServiceAccount{}, corev1.Namespace{}, corev1.ConfigMap{}, corev1.Secret{}, corev1.Node{}, corev1.Event{},
	authenticationv1.TokenRequest{}, authenticationv1.TokenReview{}, authenticationv1.SelfSubjectReview{},
	authorizationv1.SelfSubjectAccessReview{}, authorizationv1.SubjectAccessReview{}, authorizationv1.LocalSubjectAccessReview{}, authorizationv1.SelfSubjectRulesReview{},
	admissionv1.MutatingWebhookConfiguration{},
	appsv1.Deployment{}, appsv1.StatefulSet{}, appsv1.DaemonSet{}, appsv1.ReplicaSet{}, autoscalingv1.Scale{}, batchv1.Job{}, batchv1.CronJob{},
	rbacv1.Role{}, rbacv1.ClusterRole{}, rbacv1.RoleBinding{}, rbacv1.ClusterRoleBinding{},
	metav1.DeleteOptions{},
}
