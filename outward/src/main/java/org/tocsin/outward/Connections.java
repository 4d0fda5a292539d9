package org.tocsin.outward;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Puts the HTTP client together: nothing it does on its own is left on. */
final class Connections {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final int MOST_CONNECTIONS = 64;

  private Connections() {}

  /**
   * The client.
   *
   * @param trust whom to trust, null for whom Java trusts
   */
  static CloseableHttpClient client(
      OutwardSettings settings, Guard guard, @Nullable SSLContext trust) {
    PoolingHttpClientConnectionManagerBuilder pool = pool(settings.timeouts(), guard);
    if (trust != null) {
      pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(trust));
    }
    return HttpClients.custom()
        .setConnectionManager(pool.build())
        .setDefaultRequestConfig(requests(settings.timeouts()))
        .setUserAgent(settings.userAgent())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }

  private static PoolingHttpClientConnectionManagerBuilder pool(
      OutwardSettings.Timeouts timeouts, Guard guard) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(guard)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(timeout(timeouts.connect())).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(timeouts.connect()))
                .setSocketTimeout(timeout(timeouts.answer()))
                .setTimeToLive(Timeout.ofMinutes(1))
                .setValidateAfterInactivity(Timeout.ofSeconds(1))
                .build());
  }

  private static RequestConfig requests(OutwardSettings.Timeouts timeouts) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(timeouts.answer()))
        .setResponseTimeout(timeout(timeouts.answer()))
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setContentCompressionEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }
}
