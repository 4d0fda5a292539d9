package org.tocsin.formats.benign;

import com.google.common.net.InetAddresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.WebAddress;

/**
 * What never becomes an indicator: reserved networks, and addresses, names and files that everybody
 * has. A line is an address, a network, a domain name or a hash of a file, then what it is.
 * Thread-safe.
 */
public final class WarningList {
  private static final String RESERVED = "reserved.txt";
  private static final String BENIGN = "benign.txt";

  private record Network(byte[] bits, int length, String label) {
    boolean holds(byte[] address, int prefix) {
      if (address.length != bits.length || prefix < length) {
        return false;
      }
      int whole = length / 8;
      for (int i = 0; i < whole; i++) {
        if (address[i] != bits[i]) {
          return false;
        }
      }
      int rest = length % 8;
      return rest == 0 || ((address[whole] ^ bits[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }

  private final List<Network> networks = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();

  private WarningList() {}

  /** A list without entries. */
  public static WarningList empty() {
    return new WarningList();
  }

  /** The reserved networks and the benign values that come with Tocsin. */
  public static WarningList shipped() {
    WarningList list = new WarningList();
    list.read(RESERVED, lines(RESERVED));
    list.read(BENIGN, lines(BENIGN));
    return list;
  }

  /**
   * The reserved networks, and the benign values an operator lists instead of ours.
   *
   * @param file the name of the list, for messages
   * @throws IllegalArgumentException where a line holds no entry; the message names file and line
   */
  public static WarningList of(String file, List<String> benign) {
    WarningList list = new WarningList();
    list.read(RESERVED, lines(RESERVED));
    list.read(file, benign);
    return list;
  }

  /** Why that address or network is no indicator; null where nothing speaks against it. */
  public @Nullable String objection(IpAddress address) {
    int slash = address.value().indexOf('/');
    String plain = slash < 0 ? address.value() : address.value().substring(0, slash);
    byte[] bits = InetAddresses.forString(plain).getAddress();
    int prefix =
        slash < 0 ? bits.length * 8 : Integer.parseInt(address.value().substring(slash + 1));
    for (Network network : networks) {
      if (network.holds(bits, prefix)) {
        return network.label();
      }
    }
    return null;
  }

  /** Why that name is no indicator; null where nothing speaks against it. */
  public @Nullable String objection(DomainName name) {
    return names.get(name.value());
  }

  /** Why a file of that hash, in hex, is no indicator; null where nothing speaks against it. */
  public @Nullable String objectionToHash(String hash) {
    return hashes.get(hash.toLowerCase(Locale.ROOT));
  }

  /**
   * Why that URL is no indicator; null where nothing speaks against it. A URL on a host that
   * everybody uses may well be bad, so that only the host's address can.
   */
  public @Nullable String objection(WebAddress url) {
    String host = URI.create(url.value()).getHost();
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return IpAddress.parse(plain).map(this::objection).orElse(null);
  }

  /** Why that address, network, name, URL or hash is no indicator; null as above. */
  public @Nullable String objection(String value) {
    Optional<IpAddress> address = IpAddress.parseNetwork(value);
    if (address.isPresent()) {
      return objection(address.get());
    }
    if (value.contains("://")) {
      return WebAddress.parse(value).map(this::objection).orElse(null);
    }
    String hash = objectionToHash(value);
    return hash == null ? DomainName.parse(value).map(this::objection).orElse(null) : hash;
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
    Optional<DomainName> name = DomainName.parse(value.toLowerCase(Locale.ROOT));
    if (network.isPresent()) {
      String text = network.get().value();
      int slash = text.indexOf('/');
      byte[] bits =
          InetAddresses.forString(slash < 0 ? text : text.substring(0, slash)).getAddress();
      int length = slash < 0 ? bits.length * 8 : Integer.parseInt(text.substring(slash + 1));
      networks.add(new Network(bits, length, label));
    } else if (name.isPresent()) {
      names.put(name.get().value(), label);
    } else if (isHash(value)) {
      hashes.put(value.toLowerCase(Locale.ROOT), label);
    } else {
      throw new IllegalArgumentException(
          file + ": line " + line + ": this is no address, network, domain name or hash");
    }
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
