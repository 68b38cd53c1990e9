{{- define "etl.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "etl.labels" -}}
app.kubernetes.io/name: etl
app.kubernetes.io/instance: {{ .release }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "etl.env" -}}
{{- range $key, $value := .root.Values.sharedEnv }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- range $key, $value := (.worker.env | default dict) }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
- name: WAREHOUSE_DSN
  valueFrom:
    secretKeyRef:
      name: {{ .root.Values.sharedEnv.WAREHOUSE_DSN_SECRET }}
      key: dsn
{{- end }}
