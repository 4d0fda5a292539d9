package org.tocsin.outward;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Says what may be connected to. It is asked at the moment of connecting, and the connection goes
 * to the very addresses it looked at, so neither a redirect nor a name that changes its mind gets
 * past it. Where one of a name's addresses is not allowed, none is used.
 */
final class Guard implements DnsResolver {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final AllowList allowed;
  private final Set<Integer> ports;
  private final Names names;

  /** Resolves names; the system's resolver but in tests. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** That host may not be reached. */
  static final class NotAllowedException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotAllowedException(String host) {
      super(host);
    }
  }

  Guard(AllowList allowed, Set<Integer> ports, Names names) {
    this.allowed = allowed;
    this.ports = Set.copyOf(ports);
    this.names = names;
  }

  /**
   * Looks at an address before anything is resolved.
   *
   * @throws FetchFailedException when it is none that may be fetched
   */
  void check(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw refused("Only http and https addresses are fetched.");
    }
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      throw refused("There is no host in the address.");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused("There may be no user or password in the address.");
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetSocketAddress> checked = new ArrayList<>();
    for (InetAddress address : names.addresses(plain)) {
      if (!isAllowed(plain, address, port)) {
        throw new NotAllowedException(host);
      }
      checked.add(new InetSocketAddress(address, port));
    }
    return checked;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new NotAllowedException(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private boolean isAllowed(String host, InetAddress address, int port) {
    return allowed.hasHost(host)
        || allowed.hasAddress(address)
        || (ports.contains(port) && PublicInternet.contains(address));
  }

  private static FetchFailedException refused(String detail) {
    return new FetchFailedException(Failure.NOT_ALLOWED, detail);
  }
}
