package track

import "net/http"

// NewHandler answers where a parcel is.
func NewHandler(databaseURL string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	return mux
}
