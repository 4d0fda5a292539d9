/** Messages to machines' addresses, signed as Standard Webhooks has it. */
@NullMarked
package org.tocsin.alerts.webhook;

import org.jspecify.annotations.NullMarked;
