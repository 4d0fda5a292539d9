package org.tocsin.formats.csaf;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a document (CSAF 2.0 section 3.1.11): an integer, or one of Semantic Versioning 2.0.
 *
 * @param text as it is written
 * @param semantic whether it is one of Semantic Versioning
 * @param core major, minor and patch; of an integer that alone
 * @param preRelease what stands after the hyphen, empty for a release
 */
record VersionNumber(String text, boolean semantic, List<BigInteger> core, String preRelease)
    implements Comparable<VersionNumber> {
  private static final Pattern SEMANTIC =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");

  static VersionNumber of(String text) {
    Matcher parts = SEMANTIC.matcher(text);
    if (parts.matches()) {
      List<BigInteger> core =
          List.of(
              new BigInteger(parts.group(1)),
              new BigInteger(parts.group(2)),
              new BigInteger(parts.group(3)));
      return new VersionNumber(text, true, core, parts.group(4) == null ? "" : parts.group(4));
    }
    BigInteger number = text.matches("\\d+") ? new BigInteger(text) : BigInteger.ZERO;
    return new VersionNumber(text, false, List.of(number), "");
  }

  BigInteger major() {
    return core.getFirst();
  }

  boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  /** Whether nothing was released yet: 0, or 0.y.z. */
  boolean isBeforeFirst() {
    return major().signum() == 0;
  }

  /** Whether both name the same, whatever the build; of a draft, also whatever comes before it. */
  boolean isSame(VersionNumber other, boolean draft) {
    return core.equals(other.core) && (draft || preRelease.equals(other.preRelease));
  }

  /** Section 11 of Semantic Versioning. */
  @Override
  public int compareTo(VersionNumber other) {
    for (int i = 0; i < Math.min(core.size(), other.core.size()); i++) {
      int order = core.get(i).compareTo(other.core.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (isPreRelease() != other.isPreRelease()) {
      return isPreRelease() ? -1 : 1;
    }
    return comparePreReleases(preRelease.split("\\."), other.preRelease.split("\\."));
  }

  private static int comparePreReleases(String[] one, String[] other) {
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      boolean number = one[i].matches("\\d+");
      boolean otherNumber = other[i].matches("\\d+");
      int order =
          number && otherNumber
              ? new BigInteger(one[i]).compareTo(new BigInteger(other[i]))
              : number != otherNumber ? (number ? -1 : 1) : one[i].compareTo(other[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length, other.length);
  }
}
