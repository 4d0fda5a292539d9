package org.tocsin.formats.table;

import com.google.common.net.InetAddresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;

/**
 * What no list of bad things may list: reserved networks, and addresses and names that everybody
 * uses. A line is an address, a network or a domain name, then what it is.
 */
final class WarningList {
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

  private WarningList() {}

  /** A list without entries. */
  static WarningList empty() {
    return new WarningList();
  }

  /** The reserved networks and the benign values that come with Tocsin. */
  static WarningList shipped() {
    WarningList list = new WarningList();
    list.read(RESERVED, lines(RESERVED));
    list.read(BENIGN, lines(BENIGN));
    return list;
  }

  /**
   * The reserved networks, and the benign values an operator lists instead of ours.
   *
   * @param file the name of the list, for messages
   * @throws FaultyMappingException where a line holds no entry
   */
  static WarningList of(String file, List<String> benign) {
    WarningList list = new WarningList();
    list.read(RESERVED, lines(RESERVED));
    list.read(file, benign);
    return list;
  }

  /** Why that address or network must not be listed; null where nothing speaks against it. */
  @Nullable String objection(IpAddress address) {
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

  /** Why that name must not be listed; null where nothing speaks against it. */
  @Nullable String objection(DomainName name) {
    return names.get(name.value());
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
    } else {
      throw new FaultyMappingException(
          file, "line " + line, "this is no address, network or domain name");
    }
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
