{{- define "dateline.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "dateline.selector" -}}
app.kubernetes.io/name: dateline
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "dateline.labels" -}}
{{ include "dateline.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "dateline.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}{{ else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "dateline.settings" -}}
{{- $given := dict "broker" .Values.broker "web" (dict "host" "0.0.0.0") "logs" (dict "format" "json") "pool" (dict "processes" (int .Values.poolProcesses)) -}}
{{- if .Values.security.settings }}{{ $_ := set $given "security" .Values.security.settings }}{{ end -}}
{{ toYaml (mergeOverwrite $given (deepCopy .Values.settings)) }}
{{- end }}

{{/* What a pod of the worker and of the topics' job have in common. */}}
{{- define "dateline.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "dateline.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
  - {name: settings, mountPath: /etc/dateline/dateline.yaml, subPath: dateline.yaml, readOnly: true}
  {{- if .Values.security.existingSecret }}
  - {name: secrets, mountPath: /etc/dateline/secrets, readOnly: true}
  {{- end }}
{{- end }}

{{- define "dateline.volumes" -}}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 1Gi}
  - name: settings
    configMap: {name: {{ include "dateline.name" . }}}
  {{- with .Values.security.existingSecret }}
  - name: secrets
    secret: {secretName: {{ . }}, defaultMode: 0440}
  {{- end }}
{{- end }}
