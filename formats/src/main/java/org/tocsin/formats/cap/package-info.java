/** Alerts of the Common Alerting Protocol. */
@NullMarked
package org.tocsin.formats.cap;

import org.jspecify.annotations.NullMarked;
