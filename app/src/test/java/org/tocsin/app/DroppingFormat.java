package org.tocsin.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.tocsin.formats.Format;
import org.tocsin.formats.Formats;
import org.tocsin.formats.Sample;
import org.tocsin.formats.framing.Framing;
import org.tocsin.formats.shadowserver.ShadowserverFormat;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

/** Shadowserver's format with a bug: it says nothing about every 97th row. */
final class DroppingFormat implements Format {
  static final int EVERY = 97;

  private final Format real = new ShadowserverFormat();

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public int version() {
    return real.version();
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
    return new Normalised(
        whole.accepted().stream()
            .filter(accepted -> (raw.number() * 500 + accepted.position() + 1) % EVERY != 0)
            .toList(),
        whole.rejects());
  }

  /** Puts it in the place of the real one. */
  @Configuration(proxyBeanMethods = false)
  static class Instead {
    @Bean
    @Primary
    Formats droppingFormats() {
      return InPlace.of(new DroppingFormat());
    }
  }
}
