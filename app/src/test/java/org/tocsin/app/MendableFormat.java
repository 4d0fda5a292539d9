package org.tocsin.app;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;

/**
 * Shadowserver's format with a bug, it rejects every tenth row of a raw record, and the next
 * version of it, which does not.
 *
 * @param isMended whether it is the next version
 */
record MendableFormat(Format real, boolean isMended) implements Format {
  static final int EVERY = 10;

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public int version() {
    return isMended ? real.version() + 1 : real.version();
  }

  @Override
  public int recognise(Sample sample) {
    return real.recognise(sample);
  }

  @Override
  public Framing framing() {
    return real.framing();
  }

  @Override
  public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
    Normalised whole = real.normalise(raw, namespace);
    return isMended ? whole : faulty(whole);
  }

  private static Normalised faulty(Normalised whole) {
    List<Accepted> accepted = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>(whole.rejects());
    for (Accepted each : whole.accepted()) {
      if (each.position() % EVERY == 0) {
        rejects.add(
            new Reject(each.position(), null, null, RejectReason.UNREADABLE, "a bug of the test"));
      } else {
        accepted.add(each);
      }
    }
    return new Normalised(accepted, rejects);
  }

  /** The version with the bug. */
  @Configuration(proxyBeanMethods = false)
  static class Faulty {
    @Bean
    @Primary
    Formats faultyFormats() {
      return InPlace.of(new MendableFormat(new ShadowserverFormat(), false));
    }
  }

  /** The next one. */
  @Configuration(proxyBeanMethods = false)
  static class Mended {
    @Bean
    @Primary
    Formats mendedFormats() {
      return InPlace.of(new MendableFormat(new ShadowserverFormat(), true));
    }
  }
}
