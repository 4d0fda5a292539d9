package org.tocsin.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What belongs to the node as a whole.
 *
 * @param secret file of the secret that others are derived of, such as those webhooks are signed
 *     with, made where it is missing; the same for every process. None by default: then it is drawn
 *     at the start and lasts as long as the process
 */
@ConfigurationProperties("tocsin.node")
record NodeProperties(@Nullable Path secret) {}
