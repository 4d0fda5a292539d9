package org.tocsin.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tocsin.outward.AllowList;
import org.tocsin.outward.OutwardSettings;

/**
 * What this process may reach outside, and how long it waits.
 *
 * @param allow hosts, addresses and blocks that may be reached though they are not on the public
 *     Internet, at any port; none by default
 * @param ports ports that may be reached on the public Internet; default 80, 443
 * @param userAgent how it introduces itself; default {@code Tocsin}
 * @param spool folder for what is being fetched; empty, the default, for the system's temporary one
 * @param bytes largest answer, both as it comes and unpacked; default 512MB
 * @param timeouts how long it waits
 * @param retries how often it tries again
 */
@ConfigurationProperties("tocsin.outward")
record OutwardProperties(
    @DefaultValue List<String> allow,
    @DefaultValue({"80", "443"}) Set<Integer> ports,
    @DefaultValue("Tocsin") String userAgent,
    @DefaultValue("") String spool,
    @DefaultValue("512MB") DataSize bytes,
    @DefaultValue Timeouts timeouts,
    @DefaultValue Retries retries) {

  /**
   * How long it waits.
   *
   * @param connect for a connection, and again for TLS; default 10s
   * @param answer for the head of an answer, and for each piece of it; default 30s
   * @param whole for a whole answer, redirects included; default 10m
   * @param window in each of these, at least {@code window-bytes} have to come; default 30s
   * @param windowBytes the least that has to come in a window; default 1KB
   */
  record Timeouts(
      @DefaultValue("10s") Duration connect,
      @DefaultValue("30s") Duration answer,
      @DefaultValue("10m") Duration whole,
      @DefaultValue("30s") Duration window,
      @DefaultValue("1KB") DataSize windowBytes) {}

  /**
   * How often it tries again at once.
   *
   * @param most how often at most; default 3
   * @param first pause before the first time, doubled each time; default 2s
   * @param longest the longest pause; default 1m
   */
  record Retries(
      @DefaultValue("3") int most,
      @DefaultValue("2s") Duration first,
      @DefaultValue("1m") Duration longest) {}

  OutwardSettings toSettings() {
    return new OutwardSettings(
        AllowList.of(allow),
        ports,
        userAgent,
        Path.of(spool.isBlank() ? System.getProperty("java.io.tmpdir") : spool),
        new OutwardSettings.Timeouts(
            timeouts.connect(),
            timeouts.answer(),
            timeouts.whole(),
            timeouts.window(),
            timeouts.windowBytes().toBytes()),
        bytes.toBytes(),
        new OutwardSettings.Retries(retries.most(), retries.first(), retries.longest()));
  }
}
