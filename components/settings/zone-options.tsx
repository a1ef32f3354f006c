/** Time zones by the part of the world that they are named after. */
export function ZoneOptions({ zones }: { zones: string[] }) {
  const regions = [...new Set(zones.map(regionOf))]
  return regions.map((region) => {
    const options = zones
      .filter((zone) => regionOf(zone) === region)
      .map((zone) => (
        <option key={zone} value={zone}>
          {zone
            .slice(region ? region.length + 1 : 0)
            .replaceAll("_", " ")
            .replaceAll("/", " / ")}
        </option>
      ))
    return region ? (
      <optgroup key={region} label={region}>
        {options}
      </optgroup>
    ) : (
      options
    )
  })
}

function regionOf(zone: string): string {
  return zone.includes("/") ? (zone.split("/")[0] ?? "") : ""
}
