package org.tocsin.alerts;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.alerts.sse.SseConfiguration;
import org.tocsin.alerts.taxii.TaxiiConfiguration;

/**
 * The role {@code alerts}. Import it where that role is on. Needs the ports of stream and store, a
 * {@code Supplier<NodeNamespace>}, a clock and a {@link ReaderSource}; uses an {@link
 * org.tocsin.alerts.taxii.Inbox} where there is one.
 */
@Configuration(proxyBeanMethods = false)
@Import({TaxiiConfiguration.class, SseConfiguration.class})
public class AlertsConfiguration {}
