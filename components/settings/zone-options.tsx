import { zoneName } from "@/lib/text/zone-name"

/** Time zones by the part of the world that they are named after, each once; of two for one place the first counts. */
export function ZoneOptions({ zones }: { zones: string[] }) {
  const regions = [...new Set(zones.map(regionOf))]
  return regions.map((region) => {
    const names = new Map<string, string>()
    for (const zone of zones.filter((zone) => regionOf(zone) === region)) {
      const name = zoneName(zone)
      if (!names.has(name)) names.set(name, zone)
    }
    const options = [...names]
      .toSorted(([one], [other]) => one.localeCompare(other, "en"))
      .map(([name, zone]) => (
        <option key={zone} value={zone}>
          {name}
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
