import { expect, test } from "vitest"
import { isPublicAddress } from "@/lib/fetch-guard/public-address"

test.each(["93.184.215.14", "1.1.1.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001:80f::200e"])(
  "%s is on the internet",
  (address) => expect(isPublicAddress(address)).toBe(true),
)

const inside = {
  "this machine": ["127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "::1", "::"],
  "a local network": [
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "fd00::1",
    "fc00::1",
    "fec0::1",
  ],
  "the link": ["169.254.169.254", "fe80::1", "fe80::1%eth0"],
  "a provider's inside": ["100.64.0.1", "100.127.255.255", "168.63.129.16"],
  "many receivers": ["224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1", "192.88.99.1"],
  "IPv4 in other clothes": [
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:93.184.215.14",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
  ],
  "nobody's": [
    "240.0.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "192.0.0.8",
    "100::1",
    "2001:db8::1",
    "3fff::1",
    "2001:2::1",
    "2001:10::1",
    "5f00::1",
  ],
  "no address": ["", "localhost", "999.1.1.1", "93.184.215.14.", "93.184.215.14/8"],
}

test.each(Object.entries(inside))("no address of %s is", (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})
