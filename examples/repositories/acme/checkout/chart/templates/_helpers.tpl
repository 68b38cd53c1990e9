{{- define "checkout.labels" -}}
app: checkout
app.kubernetes.io/name: checkout
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
