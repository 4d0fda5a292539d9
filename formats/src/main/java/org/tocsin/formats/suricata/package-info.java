/** Alerts of Suricata, as its log EVE has them. */
@NullMarked
package org.tocsin.formats.suricata;

import org.jspecify.annotations.NullMarked;
