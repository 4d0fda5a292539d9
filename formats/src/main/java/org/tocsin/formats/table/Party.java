package org.tocsin.formats.table;

import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.NetworkTraffic;

/** One end of what a record tells: an address, a name of it, a port. Not thread-safe. */
final class Party {
  @Nullable String address;
  @Nullable String name;
  @Nullable Integer port;
  boolean ipv6;

  /** What traffic would refer to; null where nothing is known but the port. */
  @Nullable String ref() {
    return address != null ? address : name;
  }

  NetworkTraffic.End end() {
    return new NetworkTraffic.End(ref(), port);
  }
}
