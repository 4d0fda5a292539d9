package org.tocsin.formats.benign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.Defanged;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.model.stix.HostNumber;

/**
 * What never becomes an indicator: reserved networks, and addresses, names and files that everybody
 * has. A line is an address, a network, a domain name, one with a dot before it for all names below
 * too, or a hash of a file, then what it is. Thread-safe.
 */
public final class WarningList {
  private static final String RESERVED = "reserved.txt";
  private static final String BENIGN = "benign.txt";
  private static final String ROOTS = "roots.txt";
  private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+){0,126}");

  private final Networks networks;
  private final Names names =
      new Names(lines(ROOTS).stream().filter(line -> !line.startsWith("#")).toList());
  private final Map<String, String> hashes = new HashMap<>();

  private WarningList(Widest widest) {
    networks = new Networks(widest);
    read(RESERVED, lines(RESERVED));
  }

  /** What is reserved, and the benign values that come with Tocsin. */
  public static WarningList shipped() {
    return shipped(Widest.USUAL);
  }

  /** As {@link #shipped()}, with other bounds of networks. */
  public static WarningList shipped(Widest widest) {
    return of(BENIGN, lines(BENIGN), widest);
  }

  /**
   * What is reserved, and the benign values an operator lists instead of ours.
   *
   * @param file the name of the list, for messages
   * @throws IllegalArgumentException where a line holds no entry; the message names file and line
   */
  public static WarningList of(String file, List<String> benign, Widest widest) {
    WarningList list = new WarningList(widest);
    list.read(file, benign);
    return list;
  }

  /**
   * Why that address or network is no indicator: it lies within one on the list, holds one, or is
   * too wide. Null where nothing speaks against it.
   */
  public @Nullable String objection(IpAddress address) {
    return networks.objection(address);
  }

  /** Why that name is no indicator; null where nothing speaks against it. */
  public @Nullable String objection(DomainName name) {
    return objectionToName(name.value());
  }

  /**
   * Why what stands for a domain name is no indicator: it is on the list, nobody on the Internet
   * has it ({@code localhost}, {@code router.lan}), or anybody may have a name below it ({@code
   * co.uk}). Null where nothing speaks against it, or it is no name at all.
   */
  public @Nullable String objectionToName(String name) {
    String plain = DomainName.parse(name).map(DomainName::value).orElse(lower(name));
    if (!HOST.matcher(plain).matches()) {
      return null;
    }
    String listed = or(names.listed(plain), names.listedWithAllBelow(plain));
    String objection = or(listed, names.unreachable(plain));
    return objection == null && Names.isPublicSuffix(plain)
        ? "a public suffix, below which anybody may have a name"
        : objection;
  }

  /** Why a file of that hash, in hex, is no indicator; null where nothing speaks against it. */
  public @Nullable String objectionToHash(String hash) {
    return hashes.get(hash.toLowerCase(Locale.ROOT));
  }

  /**
   * Why that URL is no indicator; null where nothing speaks against it. A URL on a host that
   * everybody uses may well be bad, so that only an address speaks against it, or that nobody on
   * the Internet is the host. A host alone is judged as its name.
   */
  public @Nullable String objection(WebAddress url) {
    String host = url.host();
    if (host.indexOf(':') >= 0 || HostNumber.endsIn(host)) {
      return objectionToAddress(host);
    }
    return url.isHostAlone()
        ? objectionToName(host)
        : or(names.listedWithAllBelow(host), names.unreachable(host));
  }

  /** Why that address, network, name, URL or hash is no indicator; null as above. */
  public @Nullable String objection(String value) {
    String text = Defanged.restore(value);
    if (text.contains("://")) {
      return WebAddress.parse(text).map(this::objection).orElse(null);
    }
    String address = objectionToAddress(text);
    String objection = address == null ? objectionToHash(text) : address;
    return objection != null
        ? objection
        : DomainName.parse(text)
            .map(name -> or(names.listed(name.value()), names.listedWithAllBelow(name.value())))
            .orElse(null);
  }

  /** Leading zeros are octal to some and nothing to others: either may be meant. */
  private @Nullable String objectionToAddress(String text) {
    Optional<IpAddress> address = IpAddress.parseNetwork(text);
    if (address.isPresent()) {
      return objection(address.get());
    }
    int slash = text.indexOf('/');
    String prefix = slash < 0 ? "" : text.substring(slash);
    String host = slash < 0 ? text : text.substring(0, slash);
    for (String reading : HostNumber.readings(host)) {
      String objection = IpAddress.parseNetwork(reading + prefix).map(this::objection).orElse(null);
      if (objection != null) {
        return objection;
      }
    }
    return null;
  }

  private static @Nullable String or(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static String lower(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /**
   * Why a pattern (STIX 2.1 section 9) is no indicator: what is on this list would match it by
   * itself. Null where nothing speaks against it, or the pattern cannot be read.
   */
  public @Nullable String objectionToPattern(String pattern) {
    return new PatternReading(pattern, this).objection();
  }

  private void read(String file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split("\\s+", 2);
        add(file, i + 1, parts[0], parts.length > 1 ? parts[1] : "on the list " + file);
      }
    }
  }

  private void add(String file, int line, String value, String label) {
    Optional<IpAddress> network = IpAddress.parseNetwork(value);
    boolean andBelow = value.startsWith(".");
    String name = nameOf(andBelow ? value.substring(1) : value);
    if (network.isPresent()) {
      networks.add(network.get(), label);
    } else if (name != null && (andBelow || name.indexOf('.') > 0)) {
      names.add(name, andBelow, label);
    } else if (isHash(value)) {
      hashes.put(value.toLowerCase(Locale.ROOT), label);
    } else {
      throw new IllegalArgumentException(
          file + ": line " + line + ": this is no address, network, domain name or hash");
    }
  }

  /** A top-level domain too. */
  private static @Nullable String nameOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z][a-z0-9-]{0,62}")
        ? lower
        : DomainName.parse(lower).map(DomainName::value).orElse(null);
  }

  private static boolean isHash(String value) {
    return Arrays.stream(Hashes.Algorithm.values())
        .anyMatch(algorithm -> new Hashes().add(algorithm, value));
  }

  private static List<String> lines(String resource) {
    try (InputStream in = WarningList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the list " + resource + " is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
