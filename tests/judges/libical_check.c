/* Judge a calendar with libical: parse it, check what RFC 5545 demands of each component, and
 * print one line an event: UID, DTSTART and DTEND as seconds since the epoch (- when absent),
 * SEQUENCE, STATUS and the number of alarms, separated by tabs. A last line counts the errors.
 * Exits 0 when there are none, 1 otherwise, 2 when the file cannot be read or parsed.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size;

    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
        (text = malloc((size_t)size + 1)) != NULL) {
        rewind(file);
        text[fread(text, 1, (size_t)size, file)] = '\0';
    }
    fclose(file);
    return text;
}

static void print_instant(icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    struct icaltimetype moment;

    if (property == NULL) {
        printf("\t-");
        return;
    }
    moment = icalvalue_get_datetime(icalproperty_get_value(property));
    printf("\t%lld", (long long)icaltime_as_timet_with_zone(moment, icaltime_get_timezone(moment)));
}

static void print_event(icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);

    printf("%s", icalcomponent_get_uid(event));
    print_instant(event, ICAL_DTSTART_PROPERTY);
    print_instant(event, ICAL_DTEND_PROPERTY);
    printf("\t%d", icalcomponent_get_sequence(event));
    printf("\t%s", status ? icalproperty_get_value_as_string(status) : "-");
    printf("\t%d\n", icalcomponent_count_components(event, ICAL_VALARM_COMPONENT));
}

/* libical knows what must be there for each iTIP method only. PUBLISH comes closest to a file; the
 * organizer that it wants beyond RFC 5545 is given to it.
 */
static void check_as_published(icalcomponent *calendar)
{
    icalcomponent *event;

    icalcomponent_set_method(calendar, ICAL_METHOD_PUBLISH);
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        icalcomponent_add_property(event, icalproperty_new_organizer("mailto:judge@example.org"));
    icalrestriction_check(calendar); /* leaves what it finds in the tree, beside the parser's */
}

int main(int argc, char **argv)
{
    char *text = argc == 2 ? whole(argv[1]) : NULL;
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    icalcomponent *event;
    int errors;

    if (calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fprintf(stderr, "not a calendar\n");
        return 2;
    }
    check_as_published(calendar);
    errors = icalcomponent_count_errors(calendar);
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        print_event(event);
    printf("errors\t%d\n", errors);
    if (errors)
        fprintf(stderr, "%s", icalcomponent_as_ical_string(calendar));
    icalcomponent_free(calendar);
    free(text);
    return errors ? 1 : 0;
}
