import structlog
from fastapi import FastAPI

structlog.configure(processors=[structlog.processors.JSONRenderer()])
log = structlog.get_logger()
app = FastAPI(title="scoring")


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
