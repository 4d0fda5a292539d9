package org.tocsin.formats.shadowserver;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.HttpRequest;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.NetworkTraffic.End;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.WebAddress;

/**
 * What a row says of the web: URLs, and the request that was made. Reports hold the request as a
 * whole URL, as a path beside the host, or as the request line (RFC 9112 section 3).
 */
final class WebReader {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("([A-Z]{3,10}) (\\S+)(?: +(HTTP/[0-9](?:\\.[0-9])?))?");
  private static final Pattern HOST = Pattern.compile("(.+?)(?::[0-9]{1,5})?");

  /** RFC 9110 section 9.3 and RFC 5789. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final int HTTPS = 443;

  private final Row row;
  private final Ends ends;
  private final ScoSet scos;
  private final boolean served;

  /**
   * A reader of that row.
   *
   * @param served whether what is asked for is the subject's own: it is not a server that the
   *     subject called
   */
  WebReader(Row row, Ends ends, ScoSet scos, boolean served) {
    this.row = row;
    this.served = served;
    this.ends = ends;
    this.scos = scos;
  }

  /** Adds URLs and hosts to the set; answers the request, null where the row tells of none. */
  @Nullable HttpRequest read() {
    for (int column : row.layout().columns(Role.URL)) {
      addUrlOrDomain(row.text(column), row.layout().isSubjects(column));
    }
    String host = row.first(Role.HOST);
    if (host != null) {
      addHost(host);
    }
    String request = row.first(Role.REQUEST);
    return request == null ? null : request(request, host);
  }

  private @Nullable HttpRequest request(String text, @Nullable String host) {
    Matcher line = REQUEST_LINE.matcher(text);
    boolean isLine = line.matches() && METHODS.contains(line.group(1));
    String target = isLine ? line.group(2) : text;
    addUrl(target, host);
    String method = isLine ? line.group(1) : method();
    return method == null
        ? null
        : new HttpRequest(method, target, isLine ? line.group(3) : null, headers(host));
  }

  private void addUrl(String target, @Nullable String host) {
    if (!target.startsWith("/")) {
      addUrlOrDomain(target, served);
    } else if (host != null && isHost(host)) {
      WebAddress.parse(scheme() + "://" + host + target)
          .ifPresent(url -> take(scos.url(url), served));
    }
  }

  private void addUrlOrDomain(String text, boolean own) {
    Optional<WebAddress> url = WebAddress.parse(text);
    url.ifPresent(found -> take(scos.url(found), own));
    if (url.isEmpty()) {
      DomainName.parse(text).ifPresent(name -> take(scos.domainName(name), own));
    }
  }

  private void take(String id, boolean own) {
    if (own) {
      ends.own().add(id);
    }
  }

  private void addHost(String host) {
    Matcher name = HOST.matcher(host);
    if (name.matches()) {
      Optional<DomainName> domain = DomainName.parse(name.group(1));
      if (domain.isPresent()) {
        String id = scos.domainName(domain.get());
        take(id, served);
        String server = ends.server();
        if (server != null) {
          scos.resolvesTo(id, server);
        }
      }
    }
  }

  private static boolean isHost(String host) {
    Matcher name = HOST.matcher(host);
    return name.matches()
        && (DomainName.parse(name.group(1)).isPresent()
            || IpAddress.parse(name.group(1)).isPresent());
  }

  private String scheme() {
    String given = row.first(Role.SCHEME);
    if (given != null && given.matches("(?i)https?")) {
      return given.toLowerCase(Locale.ROOT);
    }
    End target = ends.target();
    boolean secure =
        row.first(Role.TLS) != null
            || "https".equalsIgnoreCase(row.first(Role.APPLICATION))
            || (target != null && Integer.valueOf(HTTPS).equals(target.port()));
    return secure ? "https" : "http";
  }

  private @Nullable String method() {
    for (int column : row.layout().columns(Role.METHOD)) {
      if (METHODS.contains(row.text(column))) {
        return row.text(column);
      }
    }
    return null;
  }

  private Map<String, String> headers(@Nullable String host) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (host != null) {
      headers.put("Host", host);
    }
    String agent = row.first(Role.AGENT);
    if (agent != null) {
      headers.put("User-Agent", agent);
    }
    return headers;
  }
}
