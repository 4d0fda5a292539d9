package org.tocsin.formats.benign;

import com.google.common.net.InternetDomainName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Domain names of a warning list, and what is no name of anybody's on the Internet. */
final class Names {
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> below = new HashMap<>();
  private final Set<String> otherRoots = new HashSet<>();

  /**
   * No names yet.
   *
   * @param otherRoots top-level domains that the list of public suffixes does not hold, and people
   *     use all the same
   */
  Names(List<String> otherRoots) {
    this.otherRoots.addAll(otherRoots);
  }

  void add(String name, boolean andBelow, String label) {
    (andBelow ? below : exact).put(name, label);
  }

  /** What the list says of that name alone; null where it says nothing. */
  @Nullable String listed(String name) {
    return exact.get(name);
  }

  /** What the list says of that name or one above it, with all below; null as before. */
  @Nullable String listedWithAllBelow(String name) {
    String label = null;
    String rest = name;
    while (label == null && !rest.isEmpty()) {
      label = below.get(rest);
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return label;
  }

  /** Why nobody on the Internet has that name; null where somebody may. */
  @Nullable String unreachable(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return "a name without a domain";
    }
    return otherRoots.contains(name.substring(dot + 1)) || hasPublicSuffix(name)
        ? null
        : "a name without a public suffix";
  }

  /** Whether anybody may register a name below it, as below {@code co.uk}. */
  static boolean isPublicSuffix(String name) {
    try {
      return InternetDomainName.from(name).isPublicSuffix();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean hasPublicSuffix(String name) {
    try {
      return InternetDomainName.from(name).hasPublicSuffix();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
