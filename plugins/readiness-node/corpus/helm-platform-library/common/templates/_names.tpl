{{- define "common.fullname" -}}
{{- .Values.fullnameOverride | default (printf "%s" .Chart.Name) | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "common.selectorLabels" -}}
app.kubernetes.io/name: {{ include "common.fullname" . }}
{{- end -}}

{{- define "common.labels" -}}
{{ include "common.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
team: {{ required "team is required" .Values.team }}
{{- end -}}
