/** Abuse reports in XARF, the Extended Abuse Reporting Format, versions 3 and 4, as JSON. */
@NullMarked
package org.tocsin.formats.xarf;

import org.jspecify.annotations.NullMarked;
