-- The public reads the directory and no organisation: this tells it only whether a listed one is invented.
create function registry.is_demonstration(listed uuid) returns boolean language sql stable security definer set search_path = '' as $$
	select coalesce((select p.demonstration from registry.organisations o join programme.programmes p on p.id = o.programme_id where o.id = listed), false)
$$;
revoke execute on function registry.is_demonstration(uuid) from public;
grant execute on function registry.is_demonstration(uuid) to shigikira_public;
