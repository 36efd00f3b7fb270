// Groups that are one stop of the Tab key, with arrows inside: the tabs of a list of tabs, the options of a list.
// (Radio buttons are native groups and need nothing.)
const groups = {
    tab: { back: ['ArrowLeft', 'ArrowUp'], on: ['ArrowRight', 'ArrowDown'] },
    option: { back: ['ArrowUp'], on: ['ArrowDown'] },
};

// Moves the focus within the group of `entry`; true if the key meant that.
export function moveWithin(event, entry, mirror) {
    const group = groups[entry?.role];
    if (!group) return false;
    const members = [...entry.element.parentElement.children]
        .map((element) => mirror.byElement.get(element))
        .filter((each) => each?.role === entry.role);
    const at = members.indexOf(entry);
    let next;
    if (group.back.includes(event.key)) next = members.at(at - 1);
    else if (group.on.includes(event.key)) next = members[(at + 1) % members.length];
    else if (event.key === 'Home') next = members[0];
    else if (event.key === 'End') next = members.at(-1);
    if (!next) return false;
    next.element.focus(); // as if by the person: the view follows
    return true;
}
