export function ReadinessHeatmapPage() {
  return null;
}
